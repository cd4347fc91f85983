"""Other customers that were hit: how many, and each by itself."""

import pytest

from bot.claims.bare_objects import several
from bot.claims.conditions import holds
from bot.claims.fields import FIELDS
from bot.claims.fold import fold
from tests.claims.talk import heard, said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("drie: Bakkerij Smeets, Garage Maes en de school", ["Bakkerij Smeets", "Garage Maes", "de school"]),
        ("Jansen en Zonen en ook Hotel Zee.", ["Jansen en Zonen", "Hotel Zee"]),
        ("Dat zijn De Vries bv, Klaver & partners", ["De Vries bv", "Klaver & partners"]),
        ("Bakkerij Smeets", ["Bakkerij Smeets"]),
    ],
)
def test_each_customer_is_an_entry(text: str, names: list[str]) -> None:
    found = several(heard(text, ask="other_clients"), FIELDS["other_clients"], text=(text, (0, len(text))))
    assert found is not None
    assert found[0] == [{"name": name} for name in names]


def test_a_customer_named_later_joins_the_list() -> None:
    file = fold([said("other_clients", [{"name": "Smeets"}]), said("other_clients", [{"name": "Maes"}], message="m2", minute=1)])
    assert file.value("other_clients") == [{"name": "Smeets"}, {"name": "Maes"}]


def test_a_named_customer_means_that_others_were_hit() -> None:
    assert fold([said("other_clients", [{"name": "Smeets"}])]).value("other_clients_affected") is True
    assert fold([said("other_clients_count", 0)]).value("other_clients_affected") is False


def test_how_many_and_which_count_only_when_others_were_hit() -> None:
    assert not holds("several_customers", fold([]))
    assert not holds("several_customers", fold([said("other_clients_affected", False)]))
    assert holds("several_customers", fold([said("other_clients_affected", True)]))
