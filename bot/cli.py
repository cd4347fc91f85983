"""The commands: `python -m bot.cli run | serve | train | replay | nlu-server | shell | upgrade-db | new-login`.

A command parses, calls, prints; nothing else in the project prints. An entry point: it may import everything.
"""

import argparse
import asyncio
import os
import pathlib
import subprocess
import sys

from bot import supervise
from bot.channel import training
from bot.channel.rasa_process import RasaNotReady
from bot.services.replay import NotHeard, TranscriptRefused
from bot.settings import SettingMissing, SettingRefused

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON = sys.executable


def local_dir() -> pathlib.Path:
    """Where secrets, the database and logs of this machine live: CLAIMLOKET_LOCAL_DIR, else .local/ in the project."""
    return pathlib.Path(os.environ.get("CLAIMLOKET_LOCAL_DIR", ROOT / ".local"))


def environment(**more: str) -> dict[str, str]:
    """The environment of the product's processes: what is set, else what `.local/env` holds, else the defaults of this machine."""
    folder = local_dir()
    secrets = supervise.local_environment(folder)
    defaults = {"CLAIMLOKET_LOCAL_DIR": str(folder), "CLAIMLOKET_DATABASE_URL": f"sqlite:///{folder / 'claimloket.db'}"}
    return {**defaults, **secrets, **os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT), **more}


def trained() -> pathlib.Path:
    return training.train(local_dir() / "log" / "train.log")


def command_train(_args: argparse.Namespace) -> int:
    print(f"model: {trained().relative_to(ROOT)}")
    return 0


def command_run(args: argparse.Namespace) -> int:
    """Train when needed, start Rasa and the app, print the address, keep both running until Ctrl-C."""
    from bot import wiring
    from bot.channel import rasa_process
    from bot.settings import Settings

    model = trained()
    rasa_port, action_port = supervise.free_port(), supervise.free_port()
    host, port = os.environ.get("CLAIMLOKET_HOST", "127.0.0.1"), os.environ.get("CLAIMLOKET_PORT", "8000")
    env = environment(
        CLAIMLOKET_HOST=host,
        CLAIMLOKET_PORT=port,
        CLAIMLOKET_ACTION_PORT=str(action_port),
        CLAIMLOKET_RASA_URL=f"http://127.0.0.1:{rasa_port}",
        CLAIMLOKET_MODEL=model.name.removesuffix(".tar.gz"),
    )
    settings = Settings.from_env(env)
    if not supervise.port_is_free(host, settings.port):
        raise supervise.GaveUp(f"port {port} of {host} is taken; stop what runs there, or choose another with CLAIMLOKET_PORT")
    address = f"http://{host}:{port}"
    logs = local_dir() / "log"
    command = rasa_process.command(port=rasa_port, model=model)
    rasa_env = rasa_process.environment(action_url=f"http://127.0.0.1:{action_port}/rasa/actions", secret=env["CLAIMLOKET_ACTION_SECRET"])
    rasa = supervise.Child("rasa", command, logs / "rasa.log", rasa_env, f"http://127.0.0.1:{rasa_port}/webhooks/rest/ready")
    app = supervise.Child("app", [PYTHON, "-m", "bot.cli", "serve"], logs / "app.log", env, f"{address}/readyz")

    def tell() -> None:
        print(f"\nClaimloket runs at {address}  (staff: {address}/dossiers). Ctrl-C ends it.", flush=True)
        for name, password in wiring.first_logins(settings):  # made only when they can be shown: they are shown once
            print(f"  one-time login: {name}  {password}", flush=True)

    print("Claimloket starts ...", flush=True)
    supervise.keep_running([rasa, app], tell)
    return 0


def command_serve(_args: argparse.Namespace) -> int:
    """The app alone: the door for people, and the action listener on its own loopback port."""
    from bot import wiring
    from bot.settings import Settings

    wiring.serve(Settings.from_env())
    return 0


def command_replay(args: argparse.Namespace) -> int:
    from bot import wiring

    count = asyncio.run(
        wiring.replay(trained(), pathlib.Path(args.input), pathlib.Path(args.output), local_dir() / "log" / "replay-rasa.log")
    )
    print(f"replay: {count} claim files in {args.output}")
    return 0


def command_nlu_server(args: argparse.Namespace) -> int:
    """Rasa with its HTTP API on loopback, in the foreground, for scoring."""
    from bot.channel import rasa_process

    command = rasa_process.command(port=args.port, model=trained(), api=True)
    print(f"Rasa's HTTP API starts at http://127.0.0.1:{args.port} (POST /model/parse). Ctrl-C ends it.", flush=True)
    env = rasa_process.environment(action_url="http://127.0.0.1:9/none", secret="none")
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def command_shell(args: argparse.Namespace) -> int:
    from bot.channel import shell

    return shell.talk(args.url, args.language)


def command_upgrade_db(_args: argparse.Namespace) -> int:
    from bot import wiring
    from bot.settings import Settings

    wiring.upgrade_db(Settings.from_env(environment()))
    print("database: at the newest version")
    return 0


def command_find_events(_args: argparse.Namespace) -> int:
    from bot import wiring
    from bot.settings import Settings

    count = wiring.find_events(Settings.from_env(environment()))
    print(f"files looked through for one event: {count}")
    return 0


def command_new_login(args: argparse.Namespace) -> int:
    from bot import wiring
    from bot.settings import Settings

    name, password = wiring.new_login(Settings.from_env(environment()), args.name, args.role)
    print(f"one-time login: {name}  {password}")
    return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m bot.cli", description="Claimloket's commands.")
    sub = top.add_subparsers(dest="command", required=True)
    sub.add_parser("run", help="start Rasa and the app and keep them running").set_defaults(do=command_run)
    sub.add_parser("serve", help="the app alone, as `run` starts it").set_defaults(do=command_serve)
    sub.add_parser("train", help="train the language model when it is older than its sources").set_defaults(do=command_train)
    replay = sub.add_parser("replay", help="transcripts in, claim files out; keeps nothing")
    replay.add_argument("input")
    replay.add_argument("output")
    replay.set_defaults(do=command_replay)
    nlu = sub.add_parser("nlu-server", help="Rasa with its HTTP API on loopback")
    nlu.add_argument("--port", type=int, default=5005)
    nlu.set_defaults(do=command_nlu_server)
    shell = sub.add_parser("shell", help="a conversation in the terminal with the running product")
    shell.add_argument("--url", default="http://127.0.0.1:8000")
    shell.add_argument("--language", choices=("nl-NL", "nl-BE"), default="nl-NL")
    shell.set_defaults(do=command_shell)
    sub.add_parser("upgrade-db", help="bring the database to the newest version").set_defaults(do=command_upgrade_db)
    events = "look through all files for those of one event: once after an update, or when the rules for it changed"
    sub.add_parser("find-events", help=events).set_defaults(do=command_find_events)
    login = sub.add_parser("new-login", help="make a one-time login for a member of staff")
    login.add_argument("name")
    login.add_argument("--role", choices=("agent", "adjuster", "admin"), default="adjuster")
    login.set_defaults(do=command_new_login)
    return top


def main(argv: list[str] | None = None) -> int:
    args = parser().parse_args(argv)
    os.umask(0o077)  # what this program writes (stories, secrets, logs) is its owner's alone
    try:
        return int(args.do(args))
    except (supervise.GaveUp, training.TrainingFailed, SettingMissing, SettingRefused, RasaNotReady, TranscriptRefused, NotHeard) as error:
        print(f"Claimloket cannot go on: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Claimloket cannot go on: {error.strerror}: {error.filename}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
