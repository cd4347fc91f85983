"""RulePolicy with one difference: no intent has a meaning of Rasa's own."""

from typing import Optional, Set, Tuple

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class IntakePolicy(RulePolicy):
    """As shipped, the intent `restart` runs `action_restart` before any rule is asked, so "opnieuw beginnen" would go unheard.

    Here `restart` is an intent as any other and goes to the intake; the core decides what starting again means. `rasa train`
    warns that RulePolicy itself is missing and that `restart` will not trigger `action_restart`: that is what we want.
    """

    @staticmethod
    def _default_sources() -> Set[str]:
        return set()

    @staticmethod
    def _find_action_from_default_actions(tracker: DialogueStateTracker) -> Tuple[Optional[str], Optional[str]]:
        return None, None
