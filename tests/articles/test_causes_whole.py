"""Questions about causes whose answers end where they should, and sentences that give none."""

from __future__ import annotations

import pytest
from test_causes_mended import asked_of
from test_clauses import line_of

from quizapp.articles.sense.clauses import clause_of, clauses_of


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Disaccharides are formed via dehydration synthesis, and the bond linking them is referred to as"
            " a glycosidic bond.",
            "How are disaccharides formed?",
            "Via dehydration synthesis",
        ),
        (
            "The fetal circulatory system is integrated with the placenta via the umbilical cord so that"
            " the fetus receives oxygen from the placenta.",
            "How is the fetal circulatory system integrated with the placenta?",
            "Via the umbilical cord",
        ),
        (
            "The biologics are different from traditional drugs because of their complex structure and their"
            " manufacture.",
            "Why do the biologics differ from traditional drugs?",
            "Because of their complex structure and their manufacture",
        ),
        (
            "Unions install security agreements in order to try to bolster their bargaining power.",
            "Why do unions install security agreements?",
            "In order to bolster their bargaining power",
        ),
        (
            "As oxygen diffuses across the respiratory membrane, it also enters the erythrocytes and is bound"
            " by hemoglobin.",
            "What happens as oxygen diffuses across the respiratory membrane?",
            "It enters the erythrocytes and is bound by hemoglobin",
        ),
    ],
)
def test_an_answer_ends_where_the_next_statement_starts(text: str, prompt: str, answer: str) -> None:
    assert asked_of(text)[prompt] == answer


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        (
            "Bile production increases when chyme enters the duodenum and stimulates the secretion of"
            " cholecystokinin.",
            "bile production stimulate",
        ),
        (
            "Acute mountain sickness is a condition that results from exposure to altitudes due to a low"
            " partial pressure of oxygen.",
            "Why is acute",
        ),
        ("The bone matrix is rigid and described as calcified because of calcium salts.", "is the bone"),
        (
            "Delegates are elected by a plurality vote through a closed-list proportional representation"
            " system.",
            "How are delegates",
        ),
        (
            "Immunity is achieved by programming lymphocytes to respond rapidly to later pathogens.",
            "Why is immunity",
        ),
        ("Insulin signals skeletal muscle fibers to take up the excess glucose.", "Why does insulin signal"),
        (
            "Lymphatic capillaries are formed by endothelial cells and represent the open end of the system,"
            " allowing interstitial fluid to enter.",
            "What allows",
        ),
        (
            "Equity is the total investment in the business after all liabilities have been paid.",
            "When is equity",
        ),
        (
            "The doctrine of immunity states that foreign nations are immune from jurisdiction when certain"
            " treaties are signed.",
            "When does the doctrine",
        ),
        ("Concentration ratios clarify the fuzziness over deciding when a merger harms rivals.", "When do"),
        (
            "Production technology 1 uses more labor, while production technology 3 uses more machines.",
            "differ",
        ),
        (
            "If average cost is the cost of the mean unit, marginal cost is the cost of each further unit.",
            "What happens if",
        ),
        ("Production cost depends on how much labor and capital the firm uses.", "depend on"),
    ],
)
def test_what_is_no_cause_is_not_asked(text: str, fragment: str) -> None:
    assert not [prompt for prompt in asked_of(text) if fragment in prompt]


def test_a_name_behind_a_front_keeps_its_capital() -> None:
    text = (
        "As in other areas of conquest, Catholic priests brought about a spiritual conquest by forcing the"
        " surviving Timucua to convert."
    )
    assert not [prompt for prompt in asked_of(text) if "catholic" in prompt]


def test_they_of_two_plurals_is_not_taken_for_the_subject() -> None:
    text = (
        "Because governments must take action for civil liberties to be realized, they are matters of"
        " intense political debate."
    )
    assert not [prompt for prompt in asked_of(text) if "Why are governments" in prompt]


def test_a_clause_ends_before_one_whose_subject_has_a_relative_clause() -> None:
    clause = clause_of(
        line_of("Regard is called esteem, and the degree to which others shun a child is called rejection.")
    )
    assert clause is not None and clause.rest_text == "esteem"


@pytest.mark.parametrize(
    "text",
    [
        "The guild trained smiths, masons, and carpenters who think the world is flat.",
        "Neurons release dopamine, serotonin, and compounds that bind receptors.",
    ],
)
def test_a_list_goes_on_to_a_member_with_a_relative_clause(text: str) -> None:
    clause = clause_of(line_of(text))
    assert clause is not None and clause.rest_text.endswith(text[-12:-1])


def test_a_verb_behind_a_condition_is_not_of_the_main_subject() -> None:
    clauses = clauses_of(
        line_of("Bile production increases when chyme enters the duodenum and stimulates the secretion.")
    )
    assert len(clauses) == 1
