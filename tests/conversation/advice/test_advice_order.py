"""What stands first in the advice, what stands in it once, and what its letters follow."""

from routeboek_tui.conversation.conversation import Conversation


def test_what_is_to_be_done_at_once_comes_before_all_other_deeds(
    moments: list[tuple[str, Conversation]],
) -> None:
    found = 0
    for walk, talk in moments:
        for _, deeds in talk.view.first.apart:
            at_once = [deed.at_once for deed in deeds]
            assert at_once == sorted(at_once, reverse=True), (walk, deeds)
            found += any(at_once)
    assert found


def test_nobody_reads_the_same_deed_twice(moments: list[tuple[str, Conversation]]) -> None:
    for walk, talk in moments:
        view = talk.view
        todo = [
            (each.who, each.text, each.term)
            for group in (*view.steps, *view.alongside)
            for each in group.todo
        ]
        assert len(todo) == len({*todo}), (walk, sorted(todo))


def test_general_information_stands_only_with_a_deed_that_asks_it(
    moments: list[tuple[str, Conversation]],
) -> None:
    for walk, talk in moments:
        for group in (*talk.view.steps, *talk.view.alongside):
            text, step = talk.text(group.step), talk.step(group.step)
            here = {todo.place.partition("#")[2] for todo in group.todo}
            asked = {each for name in here for each in text.outside.get(name, ())}
            apart = {each for asks in text.outside.values() for each in asks} - asked
            for place in step.sources:
                title = talk.library.sources[place.document].title
                others = [each for each in step.sources if each.document not in apart]
                if place.document in apart and others:
                    assert title not in group.source, (walk, group.step)


def test_letters_follow_the_deeds_they_stand_with(
    moments: list[tuple[str, Conversation]],
) -> None:
    for walk, talk in moments:
        named = [todo.letter[0] for group in talk.view.now for todo in group.todo]
        named += [todo.letter[0] for group in talk.view.alongside for todo in group.todo]
        mine = [each for each in talk.to_write if not talk.others(each.sender)]
        assert mine == [*talk.to_write[: len(mine)]], walk
        # What asks people to come goes by its step, also where no deed names it.
        plain = [each for each in mine if not each.safety and (each.id in named or not each.ahead)]
        by_deed = [each.id in named for each in plain]
        assert by_deed == sorted(by_deed, reverse=True), (walk, [each.id for each in plain])


def test_nobody_is_asked_to_come_after_the_end_but_where_a_deed_says_so(
    moments: list[tuple[str, Conversation]],
) -> None:
    for walk, talk in moments:
        if not talk.advice.outcome or talk.advice.provisional:
            continue
        groups = (*talk.view.steps, *talk.view.alongside)
        named = {todo.letter[0] for group in groups for todo in group.todo}
        named |= {talk.text(group.step).letters.get("", "") for group in groups}
        asks = {letter.id for letter in talk.to_write if letter.ahead}
        assert asks <= named, (walk, asks - named)


def test_a_letter_stands_only_with_its_own_deed(moments: list[tuple[str, Conversation]]) -> None:
    for walk, talk in moments:
        for group in (*talk.view.steps, *talk.view.alongside):
            letters = talk.text(group.step).letters
            for todo in group.todo:
                own = letters.get(todo.place.partition("#")[2], "")
                others = {*letters.values()} - {own}
                found = {name for name, _ in group.letters_with(todo)}
                assert found.isdisjoint(others), (walk, todo.place)
