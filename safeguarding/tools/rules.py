"""Every decision tool can be walked: no dead end, no loop, nothing out of reach, nothing too
long."""

LONGEST = 12  # questions on one path; a reader in a hurry gives up before that


def answers_lead_somewhere(site):
    for tree in site.decision_trees.values():
        places = {place.id for place in (*tree.questions, *tree.results)}
        for question in tree.questions:
            for answer in question.answers:
                if answer.to not in places:
                    yield answer.problem(
                        "to",
                        f"{answer.to} is no question or result of this tool; correct it, or add it",
                    )


def names_differ(site):
    for tree in site.decision_trees.values():
        seen = {}
        for place in (*tree.questions, *tree.results):
            first = seen.setdefault(place.id, place)
            if first is not place:
                yield place.problem(
                    "id",
                    f"{place.id} is already the id of {first.place.path}:{first.place.line}; choose"
                    " another",
                )


def everything_is_reached(site):
    for tree in site.decision_trees.values():
        reached = _reached(tree)
        following = _next(tree)
        cut_off = [place for place in (*tree.questions, *tree.results) if place.id not in reached]
        beyond = {id for place in cut_off for id in following.get(place.id, ())}
        for place in cut_off:
            if place.id not in beyond:  # the first of those that lead on to each other
                yield place.problem(
                    "id", f"no answer leads to {place.id}; lead one there, or delete it"
                )


def nothing_goes_round(site):
    for tree in site.decision_trees.values():
        looped = _looped(tree)
        if looped:
            yield looped.problem(
                "id",
                f"from {looped.id} a reader can come back to {looped.id}; lead an answer onward",
            )


def paths_are_short(site):
    for tree in site.decision_trees.values():
        longest = (
            0
            if _looped(tree) or any(answers_lead_somewhere(site))
            else max(len(way) for way, _ in tree.paths())
        )
        if longest > LONGEST:
            yield tree.problem(
                "questions", f"one path asks {longest} questions; ask at most {LONGEST}"
            )


def _next(tree):
    return {question.id: [answer.to for answer in question.answers] for question in tree.questions}


def _reached(tree):
    following, reached, left = _next(tree), set(), [tree.questions[0].id]
    while left:
        here = left.pop()
        if here not in reached:
            reached.add(here)
            left += following.get(here, [])
    return reached


def _looped(tree):
    """The first question that can be met twice on one path, if any."""
    following = _next(tree)
    for question in tree.questions:
        seen, left = set(), list(following[question.id])
        while left:
            here = left.pop()
            if here == question.id:
                return question
            if here not in seen:
                seen.add(here)
                left += following.get(here, [])
    return None


def answers_differ(site):
    for tree in site.decision_trees.values():
        for question in tree.questions:
            texts = [answer.text for answer in question.answers]
            for number, answer in enumerate(question.answers):
                if answer.text in texts[:number]:
                    yield answer.problem(
                        "text",
                        f"{answer.text} is an answer to this question already; change one of them",
                    )


RULES = (
    answers_differ,
    answers_lead_somewhere,
    names_differ,
    everything_is_reached,
    nothing_goes_round,
    paths_are_short,
)
