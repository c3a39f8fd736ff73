"""What a draft still lacks, told at once, with the place."""

import pytest

from cms.content.models import GlossaryTerm, MetastasisSite, SectionPage, StandardPage, TopicPage
from tests.factories import body


def topic(*blocks: body.Block, lead: str = "A lead.") -> TopicPage:
    return TopicPage(title="Sample", lead=lead, body=body.stream(*blocks))


@pytest.mark.django_db
class TestTopics:
    def test_a_finished_one_has_none(self) -> None:
        assert topic(body.heading("One"), body.paragraph("Words.")).submission_problems() == []

    def test_all_is_told_at_once(self) -> None:
        problems = topic(lead=" ").submission_problems()
        assert any("no lead" in problem for problem in problems)
        assert any("no text yet" in problem for problem in problems)

    @pytest.mark.parametrize(("count", "words"), [(1, "1 block is"), (3, "3 blocks are")])
    def test_words_that_were_not_placed(self, count: int, words: str) -> None:
        problems = topic(*[body.unplaced("Lost words")] * count).submission_problems()
        assert any(problem.startswith(f"{words} not placed yet") for problem in problems)

    def test_the_place_of_an_unfinished_block_is_named(self) -> None:
        page = topic(
            body.paragraph("Words."),
            body.bullets("Words", "<p></p>"),
            body.table([""], ["cell"]),
            body.heading("Skips", 4),
        )
        found = "\n".join(page.submission_problems())
        assert "Body, block 2 (List), Items 2, Item: Write some text" in found
        assert "Body, block 3 (Table): Every column needs a heading" in found
        assert "Body, block 4 (Heading), Level: The first heading" in found


@pytest.mark.django_db
class TestOthers:
    def test_a_site_needs_words_of_some_kind(self) -> None:
        assert len(MetastasisSite(name="Bone", what_it_is="<p> </p>").submission_problems()) == 1
        site = MetastasisSite(name="Bone", what_it_is="", tests=body.stream(("item", "One")))
        assert site.submission_problems() == []

    def test_a_finished_site(self) -> None:
        site = MetastasisSite(
            name="Bone",
            what_it_is="<p>Words.</p>",
            symptoms=body.stream(("item", "One")),
            tests=body.stream(("item", "One")),
        )
        assert site.submission_problems() == []

    def test_a_term_needs_a_definition(self) -> None:
        assert GlossaryTerm(term="node").submission_problems() == ["Say what the term means."]
        assert GlossaryTerm(term="node", definition="<p>Words.</p>").submission_problems() == []

    def test_a_section_may_have_no_text_but_a_standard_page_has(self) -> None:
        assert SectionPage(title="Sample", lead="A lead.").submission_problems() == []
        assert StandardPage(title="Sample", lead="A lead.").submission_problems() == ["The page has no text yet."]
