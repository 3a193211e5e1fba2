#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""journeys.py [NAME...]: what people come for, through the real window."""

import re
import subprocess

import live
from live import PROGRAM, Failed, wait_for

ITB = 'Iliotibial band syndrome'
WIDE = '1180x780'

# What a runner with a sore iliotibial band would say.
RUNNER = {'onset': 'gradual', 'run-timing': 'set-distance', 'downhill': 'yes', 'weight-bearing': 'sore',
          'duration': '1-6w', 'extent': 'finger'}
# Somebody who fell, and somebody with an infected joint.
FALLEN = {'onset': 'injury', 'mechanism': 'fall-blow', 'duration': '1-6w', 'weight-bearing': 'sore'}
INFECTED = {'onset': 'out-of-blue', 'fever': 'yes', 'hot-red': 'hot-red', 'swelling-place': 'whole-knee',
            'swelling-speed': 'slow', 'duration': 'under-1w', 'weight-bearing': 'limp'}
CALM = ('no', 'none', 'never', 'normal', 'usual', 'free', 'fine')


class Question:
    """The question in view."""

    known = {}

    def __init__(self, program, persona):
        if not self.known:
            lines = subprocess.run([PROGRAM, 'list', 'questions'], capture_output=True, text=True,
                                   check=True).stdout
            for line in lines.splitlines():
                key, _, text, *options = line.split('\t')
                self.known[text] = (key, dict(o.split('=', 1) for o in options))
        self.program = program
        self.pane = program.find('panel', 'Questions')
        self.box = wait_for('a question', self._look)
        self.text = self.box.name
        self.key, self.options = self.known[self.text]
        ids = list(self.options)
        wanted = [persona.get(self.key), *CALM, 'unsure', ids[0]]
        self.answer = next(i for i in wanted if i in ids)
        self.number = ids.index(self.answer) + 1
        self.words = self.options[self.answer]

    def _look(self):
        return next((n for n in self.program.matching('grouping', inside=self.pane) if n.name in self.known), None)

    def row(self):
        return self.program.find(name=re.escape(self.words), inside=self.box)

    def wait_chosen(self):
        wait_for(f'“{self.words}” is chosen', lambda: 'checked' in self.row().states)

    def wait_gone(self):
        wait_for(f'another question than “{self.text}”',
                 lambda: (now := self._look()) is None or now.name != self.text)


def answer_with_mouse(program, persona):
    question = Question(program, persona)
    program.click(question.row())
    program.find('list item', f'.*: (.* · )?{re.escape(question.words)}( · .*)?. Change this answer.',
                 inside=question.pane)
    # What is urgent takes the place of the questions at once.
    if program.all('heading', 'What to do now', inside=question.pane):
        return question
    program.click(program.find('push button', 'Next', inside=question.pane))
    question.wait_gone()
    return question


def answer_with_keys(program, persona):
    """A digit chooses, Enter on what is chosen goes on."""
    question = Question(program, persona)
    if question.number < 10:
        program.key(question.number)
    else:
        program.tab_to('the last answer', lambda n: n.name == question.words, key='Down')
        program.key('space')
    question.wait_chosen()
    program.wait_focus('the answer', lambda n: n.name == question.words)
    program.key('Return')
    question.wait_gone()
    return question


def matches(program):
    return [n.name for n in program.all('list item', inside=program.find('list', 'What fits so far'))]


def wait_top(program, name):
    wait_for(f'{name} on top of what fits', lambda: (matches(program) or [None])[0] == name)


def is_spot(node):
    return node.role == 'check box' and ', right knee, ' in node.name


def spot_is_chosen(program, name):
    return 'checked' in program.find('check box', f'{name}, .*').states


def walk_to_spot(program, target):
    """With the arrow keys, towards where it lies."""
    goal = program.find('check box', f'{target}, .*').box()
    goal = (goal[0] + goal[2] / 2, goal[1] + goal[3] / 2)
    seen = set()
    for _ in range(25):
        node = program.focus()
        if node.name.startswith(target + ','):
            return
        seen.add(node.name)
        x, y, width, height = node.box()
        dx, dy = goal[0] - x - width / 2, goal[1] - y - height / 2
        keys = [('Right' if dx > 0 else 'Left', abs(dx)), ('Down' if dy > 0 else 'Up', abs(dy))]
        for key, _ in sorted(keys, key=lambda k: -k[1]):
            program.key(key)
            moved = wait_for('the focus', program.focus)
            if moved.name != node.name and moved.name not in seen:
                break
    raise Failed(f'the arrow keys do not lead to {target}')


def assert_title(program, name):
    def look():
        return next((n for n in program.all('heading', re.escape(name))
                     if not any('fits' in a.name for a in n.above())), None)
    return wait_for(f'the page {name}', look)


# ---- the journeys ----------------------------------------------------------------------------


def mouse(home):
    """Click the outer bump, answer three questions, read about the band, go back."""
    program = home.start(size=WIDE)
    program.click(program.find('radio button', 'Side'))
    spot = program.find('check box', 'Outer bump, right knee, outer side')
    program.click(spot)
    wait_for('the spot is marked', lambda: spot_is_chosen(program, 'Outer bump'))
    # One click is enough: there is a list at once.
    wait_for('conditions', lambda: matches(program))
    for _ in range(3):
        answer_with_mouse(program, RUNNER)
    wait_top(program, ITB)
    program.click(program.find('list item', ITB))
    assert_title(program, ITB)
    program.find('heading', 'Why it fits you')
    program.gone('heading', 'First, get help if')
    back = next(n for n in program.all('push button', 'Back') if n.box()[1] < 50)
    program.click(back)
    program.find('heading', 'First, get help if')
    program.gone('heading', 'Why it fits you')
    program.close()


def keyboard(home):
    """The same without a mouse."""
    program = home.start(size=WIDE)
    program.tab_to('the views', lambda n: n.name == 'Front' and n.role == 'radio button')
    program.key('Right')
    program.wait_focus('the side view', lambda n: n.name == 'Side')
    program.find('check box', 'Outer bump, right knee, outer side')
    program.tab_to('a spot', is_spot)
    walk_to_spot(program, 'Outer bump')
    program.key('space')
    wait_for('the spot is marked', lambda: spot_is_chosen(program, 'Outer bump'))
    first = Question(program, RUNNER)
    program.tab_to('the first answer', lambda n: n.name == next(iter(first.options.values())))
    for _ in range(3):
        answer_with_keys(program, RUNNER)
    wait_top(program, ITB)
    program.tab_to('the first match', lambda n: n.role == 'list item' and n.name == ITB)
    program.key('Return')
    assert_title(program, ITB)
    program.find('heading', 'Why it fits you')
    program.key('alt+Left')
    program.find('heading', 'First, get help if')
    program.gone('heading', 'Why it fits you')
    program.key('alt+Right')
    program.find('heading', 'Why it fits you')
    program.close()


def red_flag(home):
    """A hot, swollen knee with fever: the banner comes first, and exercises step back."""
    program = home.start(size=WIDE)
    program.click(program.find('check box', 'Front of the kneecap, .*'), at=(0.5, 0.35))
    wait_for('the spot is marked', lambda: spot_is_chosen(program, 'Front of the kneecap'))
    levels = []
    for _ in range(14):
        answer_with_mouse(program, INFECTED)
        pane = program.find('panel', 'Questions')
        if program.all('heading', 'What to do now', inside=pane):
            levels.append(program.find('heading', 'Get help now|Be seen today').name)
            if levels[-1] == 'Get help now':
                break
            program.click(program.find('push button', 'Go on with the questions', inside=pane))
    assert levels[-1:] == ['Get help now'], levels
    banner = next(n for n in program.all('notification') + program.all('alert'))
    title = program.find('heading', 'Get help now', inside=banner)
    # Above everything but the title bar, over the whole width.
    assert 30 <= banner.box()[1] <= 60, banner.box()
    assert banner.box()[2] > 1100, banner.box()
    below = [n for n in program.all('radio button', 'Front|Side') if n.box()[1] < banner.box()[1] + banner.box()[3]]
    assert not below, below
    # How soon, whom to see, and why.
    words = ' '.join(n.name for n in program.all('label', inside=banner))
    for part in ('Call your local emergency number', 'emergency department now', 'Because you answered'):
        assert part in words, (part, words)
    assert 'Get help now' in banner.name and 'emergency number' in banner.name, banner.name
    program.wait_focus('the title of the banner', lambda n: n.accessible == title.accessible)
    # What to do now stands where the questions were, and one can still go on with those.
    program.find('heading', 'What to do now')
    program.find('heading', 'What to tell them')
    # Pages put exercises and running away.
    row = program.all('list item', inside=program.find('list', 'What fits so far'))[0]
    name = row.name
    program.click(row)
    assert_title(program, name)
    program.key('alt+2')
    program.click(program.find('list item', 'Patellofemoral pain.*'))
    program.find('label', 'Put away for now')
    assert not program.all('heading', 'Exercises')
    program.close()


def change_answer(home):
    """Another answer to the first question: what only the old one had asked no longer counts."""
    program = home.start(size=WIDE)
    program.click(program.find('radio button', 'Side'))
    program.click(program.find('check box', 'Outer bump, .*'))
    asked = []
    for _ in range(12):
        asked.append(answer_with_mouse(program, FALLEN).key)
        if 'mechanism' in asked:
            break
    assert 'onset' in asked and 'mechanism' in asked, asked
    answers = program.find('list', 'Your answers')

    def listed(pattern):
        return program.all('list item', pattern, inside=program.find('list', 'Your answers'))

    assert len(program.all('list item', inside=answers)) == len(asked)
    assert listed('.*: A fall or blow on the front of the bent knee. Change this answer.')
    program.click(listed('.*: With a twist, fall, blow or bad landing. Change this answer.')[0])
    again = Question(program, {'onset': 'gradual'})
    assert again.key == 'onset', again.key
    program.wait_focus('the old answer', lambda n: n.name == 'With a twist, fall, blow or bad landing')
    program.click(again.row())
    again.wait_chosen()
    wait_for('the new answer in the list', lambda: listed('.*: Slowly, over days or weeks. .*'))
    assert not listed('.*: A fall or blow on the front of the bent knee. .*'), 'a closed question still counts'
    assert len(listed(None)) < len(asked)
    # On goes the next question, which is not one of those of a fall.
    program.click(program.find('push button', 'Next', inside=again.pane))
    again.wait_gone()
    assert Question(program, RUNNER).key not in ('mechanism', *asked)
    program.close()


def resume(home):
    """Close, start again, go on; then forget."""
    program = home.start(size=WIDE)
    assert not program.all('push button', 'Go on from last time')
    program.click(program.find('radio button', 'Side'))
    program.click(program.find('check box', 'Outer bump, .*'))
    for _ in range(2):
        answer_with_mouse(program, RUNNER)
    wait_for('conditions', lambda: ITB in matches(program))
    program.click(program.find('list item', ITB))
    assert_title(program, ITB)
    program.find('heading', 'Why it fits you')
    answers = [n.name for n in program.all('list item', '.*Change this answer.')]
    program.close()
    kept = list((home.path / 'data' / 'kneemap').iterdir())
    assert 'session.ini' in [path.name for path in kept], kept
    assert {oct(path.stat().st_mode & 0o777) for path in kept} == {'0o600'}, kept

    program = home.start(size=WIDE)
    assert not program.all('heading', 'What fits so far')
    program.click(program.find('push button', 'Go on from last time'))
    program.find('heading', 'Why it fits you')
    assert_title(program, ITB)
    assert spot_is_chosen(program, 'Outer bump')
    program.find('check box', 'Outer bump, right knee, outer side')
    assert [n.name for n in program.all('list item', '.*Change this answer.')] == answers
    # Nothing leads back to a session that is already here.
    assert not program.all('push button', 'Go on from last time')

    program.choose_in_menu('Forget the last session')
    program.find('label', 'The last session is forgotten.')
    program.find('heading', r'Where does it hurt\?')
    assert not program.all('push button', 'Go on from last time')
    assert not spot_is_chosen(program, 'Outer bump')
    program.close()
    # Text size and bookmarks stay; nothing that tells of the knee does.
    left = {path.name: path.read_text(encoding='utf-8') for path in (home.path / 'data').rglob('*') if path.is_file()}
    assert set(left) <= {'preferences.ini'}, left
    assert not re.search('itb|outer|gradual', ''.join(left.values())), left

    program = home.start(size=WIDE)
    program.find('heading', r'Where does it hurt\?')
    assert not program.all('push button', 'Go on from last time')
    program.close()


def assert_fits(program, screen, width=360):
    """Nothing is wider than the window, and the window is as narrow as it was asked to be."""
    frame = program.frame().box()
    # GTK makes a window wider than was asked for when what is in it needs that.
    assert frame[2] <= width, f'{screen}: the window is {frame[2]} px wide'
    for node in program.tree()[2:]:
        box = node.box()
        if box is None or box[2] == 0:
            continue
        if node.role == 'radio button' and node.name in ('Find', 'Library'):
            header = program.find('push button', 'Menu').box()
            assert box[1] + box[3] <= header[1] + header[3] + 8 or box[1] >= header[1] + header[3], \
                f'{screen}: {node} hangs out of the header bar at {box}'
        assert box[0] >= -12 and box[0] + box[2] <= frame[2] + 12, f'{screen}: {node} at {box}, window {frame}'


def small_window(home, **options):
    """In 360 x 600 px panes take turns; the whole path by keyboard alone."""
    program = home.start(size='360x600', **options)
    assert_fits(program, 'knee')
    # What is folded away is not there.
    assert not program.all('heading', r'Where does it hurt\?')
    program.tab_to('the views', lambda n: n.name == 'Front' and n.role == 'radio button')
    program.key('Right')
    program.find('check box', 'Outer bump, right knee, outer side')
    program.tab_to('a spot', is_spot)
    walk_to_spot(program, 'Outer bump')
    program.key('space')
    wait_for('the spot is marked', lambda: spot_is_chosen(program, 'Outer bump'))
    program.find('label', '[0-9]+ conditions? may fit')
    assert_fits(program, 'knee with a spot')
    program.tab_to('the way to the questions', lambda n: n.name == 'Questions')
    program.key('Return')
    first = Question(program, RUNNER)
    assert_fits(program, 'questions')
    assert not program.all('check box', 'Outer bump, .*'), 'the knee is still there'
    program.tab_to('the first answer', lambda n: n.name == next(iter(first.options.values())))
    for _ in range(3):
        answer_with_keys(program, RUNNER)
    wait_top(program, ITB)
    assert_fits(program, 'matches')
    program.tab_to('the first match', lambda n: n.role == 'list item' and n.name == ITB)
    program.key('Return')
    program.find('heading', 'Why it fits you')
    program.wait_focus('the title of the page', lambda n: n.role == 'heading' and n.name == ITB)
    assert_fits(program, 'page')
    program.key('alt+Left')
    program.find('heading', 'What fits so far')
    program.key('alt+Left')
    program.find('check box', 'Outer bump, .*')
    program.key('alt+2')
    program.find('list item', 'Exercises, .*')
    assert_fits(program, 'library')
    for place in ('Front of the knee', 'Do not miss', 'Exercises', 'Guides', 'Questions people ask', 'Words explained'):
        program.tab_to(place, lambda n, place=place: n.name.startswith(place + ', '))
        program.key('Return')
        program.wait_focus('the title of the list', lambda n, place=place: n.role == 'heading'
                           and n.name in (place, 'Conditions by place'))
        assert_fits(program, place)
        program.key('alt+Left')
        program.wait_focus('the way back', lambda n, place=place: n.name.startswith(place + ', '))
    program.close()


def large_text(home):
    """The same path with text twice as large."""
    small_window(home, settings='gtk-font-name=Cantarell 22\n')


if __name__ == '__main__':
    live.main(mouse, keyboard, red_flag, change_answer, resume, small_window, large_text)
