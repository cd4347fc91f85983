"""The alarm of a claim file for an adjuster: when it went, who was called over which channel and whether that arrived, who took it up."""

from datetime import datetime

from bot.claims.records import Alarm, Page
from bot.services.alarms import History
from bot.web.review import contexts, dutch, labels

ENDED = {
    "opened": "Geopend door {by}",
    "taken": "Opgenomen door {by}",
    "withdrawn": "Gestopt: ingetrokken",
    "rejected": "Gestopt: afgewezen",
}


def build(history: History) -> contexts.AlarmPart | None:
    """The part of the page; None for a file without an alarm."""
    if not history.alarms:
        return None
    points = [point for alarm in history.alarms for _, point in sorted(moments(alarm, history.pages), key=lambda pair: pair[0])]
    return contexts.AlarmPart(tuple(points), can_take=history.alarms[-1].taken_by is None)


def moments(alarm: Alarm, pages: tuple[Page, ...]) -> list[tuple[datetime, contexts.Point]]:
    """What happened in one alarm, each with its moment."""
    found = [(alarm.raised_at, "Dossier werd P1")]
    found += [
        (page_at(page), page_text(page)) for page in pages if page.alarm_id == alarm.id and (page.outcome != "cancelled" or page.tries)
    ]
    if alarm.ended_at:
        found.append((alarm.ended_at, ENDED.get(str(alarm.how), "Gestopt").format(by=alarm.ended_by)))
    if alarm.taken_at and alarm.how != "taken":
        found.append((alarm.taken_at, f"Opgenomen door {alarm.taken_by}"))
    return [(at, contexts.Point(dutch.moment(at.isoformat()), text)) for at, text in found]


def page_at(page: Page) -> datetime:
    return page.delivered_at or page.closed_at or page.due_at


def page_text(page: Page) -> str:
    """ "E-mail naar het tweede adres: afgeleverd"."""
    tries = f"{page.tries} {'poging' if page.tries == 1 else 'pogingen'}"
    how = {
        "delivered": "afgeleverd",
        "failed": f"niet gelukt na {tries}",
        "cancelled": f"niet afgeleverd na {tries}, niet meer nodig",
        "unset": "niet verstuurd, adres niet meer ingesteld",
    }.get(str(page.outcome), f"nog niet gelukt na {tries}, nieuwe poging volgt" if page.tries else "gepland")
    way = labels.WAY[page.channel]
    return f"{way[:1].upper() + way[1:]} naar het {labels.LINE[page.line]}: {how}"
