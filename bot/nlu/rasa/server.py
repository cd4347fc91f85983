"""Three repairs of the Rasa process, made when the tracker store is loaded (endpoints.yml names it, so every server has them).

- The answer of the action server is checked against a schema that is compiled once. As shipped, `jsonschema.validate`
  checks the schema itself again on every answer: 22 of the 27 ms of a turn.
- What was read in a message travels to the action once. As shipped, the call carries it a second time, in the event of the
  message: of a long text half a million characters that nobody reads.
- No log line carries what a person wrote. As shipped, a failed turn logs the text, and a JSON traceback every local variable.
"""

import logging
from typing import Any, Dict, List

import structlog
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction

# A person's words travel through Rasa's log calls under these keys (rasa.utils.log_utils lists them for its own, paid, purpose).
# fmt: off
PERSONAL = frozenset({
    "text", "response_text", "user_text", "slot_values", "parse_data_text", "parse_data_entities", "prediction_events",
    "tracker_latest_message", "prefilled_slots", "message", "response", "slot_candidates", "rasa_event", "rasa_events",
    "tracker_states", "current_states", "old_states", "successes", "current_entity", "next_entity", "states", "entity",
    "token_text", "user_message", "json_message", "events",
})
# fmt: on


def install() -> None:
    """Apply the repairs to this process. Safe to repeat."""
    compile_action_schema()
    say_it_once()
    keep_texts_out_of_logs()


def compile_action_schema() -> None:
    """Let `RemoteAction` validate against one compiled schema; what is accepted and refused stays the same."""
    schema = RemoteAction.action_response_format_spec()
    compiled = validator_for(schema, default=Draft202012Validator)
    compiled.check_schema(schema)
    validator = compiled(schema)

    def validate(self: RemoteAction, result: Dict[str, Any]) -> bool:
        """True when the action server's answer has Rasa's format; raises ValidationError (without the answer in it) if not."""
        if validator.is_valid(result):
            return True
        raise ValidationError("the action server's answer does not have the format of Rasa's action API")

    RemoteAction._validate_action_result = validate


def say_it_once() -> None:
    """Let the events in the call of an action go without `parse_data`: `latest_message` has the same."""
    whole = RemoteAction._action_call_format
    if getattr(whole, "once", False):
        return

    def once(self: RemoteAction, tracker: Any, domain: Any) -> Dict[str, Any]:
        call = whole(self, tracker, domain)
        for event in call["tracker"]["events"]:
            event.pop("parse_data", None)
        return call

    once.once = True  # type: ignore[attr-defined]
    RemoteAction._action_call_format = once


def keep_texts_out_of_logs() -> None:
    """Make structlog drop the keys above and print tracebacks without values.

    The list of processors is changed in place: loggers that Rasa has cached already hold this very list.
    """
    processors: List[Any] = structlog.get_config()["processors"]
    if drop_personal in processors:
        return
    processors[:] = [_without_locals(processor) for processor in processors]
    processors.insert(0, drop_personal)
    logging.getLogger("rasa").setLevel(max(logging.INFO, logging.getLogger("rasa").level))  # DEBUG prints whole messages


def drop_personal(logger: Any, method: str, event: Dict[str, Any]) -> Dict[str, Any]:
    """The log event without any value that can hold a person's words."""
    return {key: value for key, value in event.items() if key not in PERSONAL}


def _without_locals(processor: Any) -> Any:
    """Rasa's renderer of tracebacks, replaced by one that keeps types and places but no values and no messages."""
    if processor is not structlog.processors.dict_tracebacks:
        return processor
    transform = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)

    def places(exc_info: Any) -> List[Dict[str, Any]]:
        return [{**each, "exc_value": ""} for each in transform(exc_info)]  # a ValueError quotes what it could not read

    return structlog.processors.ExceptionRenderer(places)
