#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""reading.py [NAME...]: what a reader does with a page: find words in it, keep it, leave it
and come back, read it in large letters, put another beside it, and take a sheet along to the visit."""

import re
import shutil
import subprocess

import journeys
import live
from journeys import ITB, RUNNER, WIDE
from live import LIMIT, Failed, Node, wait_for

POPLITEUS = 'Popliteus tendinopathy'
LINK = 'The next morning, score the knee on the pain scale.*'


def open_page(home, size=WIDE):
    program = home.start('--page=itb', size=size)
    program.find('heading', ITB)
    program.wait_focus('the title', lambda n: n.role == 'heading' and n.name == ITB)
    return program


def take_focus(program):
    """Where there is no window manager nobody gives the focus back when a dialog is gone."""
    def look():
        program.xdotool('windowfocus', program.window)
        return 'active' in program.frame().states
    wait_for('the window is active', look)


def wait_focus_in(program, dialog, name, limit=LIMIT):
    """Waits until the focus of a dialog is where it should be; the window behind has one of its own."""
    def look():
        windows = [n for n in Node(program.application).children() if n.name == dialog]
        return any(n.name == name and 'focused' in n.states for w in windows for n in program.walk(start=w))
    wait_for(f'the focus on {name}', look, limit)


def tab_in(program, dialog, name):
    for _ in range(12):
        try:
            return wait_focus_in(program, dialog, name, 0.5)
        except Failed:
            program.key('Tab')
    raise Failed(f'Tab does not lead to {name}')


def top_of(program, role, name):
    return program.find(role, name).box()[1]


def button(program, name):
    return program.find('push button', name)


def header_button(program, name):
    return next(n for n in program.all('push button', name) if n.box()[1] < 50)


# ---- the journeys ----------------------------------------------------------------------------


def find_words(home):
    """Ctrl+F, words, how many there are, from one to the next and round, and away."""
    program = open_page(home)
    program.key('ctrl+f')
    program.wait_focus('the words', lambda n: n.role in ('entry', 'text'))
    program.xdotool('type', '--delay', '20', 'Outer side')

    def count():
        found = next(program.matching('label', '[0-9]+ of [0-9]+'), None)
        return tuple(int(number) for number in found.name.split(' of ')) if found is not None else None

    wait_for('a hit', lambda: (count() or (0, 0))[1] > 2)
    total = count()[1]
    assert count() == (1, total), count()
    before = top_of(program, 'heading', 'What it feels like')
    for hit in [*range(2, total + 1), 1, 2]:
        program.key('Return')
        wait_for(f'hit {hit} of {total}', lambda hit=hit: count() == (hit, total))
    program.key('shift+Return')
    wait_for('the first hit again', lambda: count() == (1, total))
    program.click(button(program, 'Previous hit'))
    wait_for('the last hit', lambda: count() == (total, total))
    # The page went along.
    wait_for('the last hit in view', lambda: top_of(program, 'heading', 'What it feels like') < before)
    program.click(button(program, 'Next hit'))
    wait_for('the first hit', lambda: count() == (1, total))
    # Words that are not there say so, and Escape ends it.
    program.key('ctrl+f')
    program.wait_focus('the words', lambda n: n.role in ('entry', 'text'))
    program.xdotool('type', '--delay', '20', 'zzz')
    program.find('label', 'Not on this page.*')
    assert 'sensitive' not in button(program, 'Next hit').states
    program.key('Escape')
    program.gone('push button', 'Next hit')
    program.find('heading', ITB)
    program.close()


def bookmark(home):
    """Ctrl+D keeps a page; the library has it, also the next time; from there it opens and goes."""
    program = open_page(home)
    program.key('ctrl+d')
    program.key('alt+2')
    program.find('list item', 'Bookmarks, 1')
    program.close()

    program = home.start(size=WIDE)
    program.key('alt+2')
    program.click(program.find('list item', 'Bookmarks, 1'))
    program.find('heading', 'Bookmarks')
    remove = program.find('push button', f'Remove the bookmark {ITB}')
    row = program.find('list item', f'{ITB}.*')
    program.click(row, at=(0.2, 0.5))
    journeys.assert_title(program, ITB)
    program.find('heading', 'What it feels like')
    program.key('alt+Left')
    remove = program.find('push button', f'Remove the bookmark {ITB}')
    program.click(remove)
    program.find('label', 'No bookmarks yet')
    program.find('list item', 'Bookmarks, 0')
    program.close()


def scroll_place(home):
    """Down the page, along a link, and back to the very line; by keys and with the mouse."""
    program = open_page(home)
    first = top_of(program, 'heading', 'What to do this week')
    for _ in range(12):
        program.key('F7')
        if (node := program.focus()) is not None and node.name == 'What to do this week':
            break
    program.wait_focus('the heading', lambda n: n.name == 'What to do this week')
    program.tab_to('the link', lambda n: re.fullmatch(LINK, n.name))
    place = settled(program, 'What to do this week')
    assert place < first - 200, (place, first)
    # The first Tab is at the text, the next at the link in it.
    program.key('Tab', 'Return')
    program.gone('heading', 'What to do this week')
    # What a screen reader reads first is which page this is.
    program.wait_focus('the title', lambda n: n.role == 'heading' and n.name == 'The pain scale: go, hold or stop')
    program.key('alt+Left')
    wait_for('the same place', lambda: top_of(program, 'heading', 'What to do this week') == place)
    program.wait_focus('the text of the link', lambda n: re.fullmatch(LINK, n.name))

    row = program.find('list item', 'Side-lying hip lift.*')
    program.bring_into_view(row)
    # A row close to the edge moves a little when the click gives it the focus.
    program.xdotool('click', '5')
    place = settled(program, 'What to do this week')
    program.click(row)
    program.gone('heading', 'What to do this week')
    program.click(header_button(program, 'Back'))
    wait_for('the same place', lambda: top_of(program, 'heading', 'What to do this week') == place)
    program.close()


def settled(program, heading):
    """Where a heading is once it no longer moves."""
    seen = []

    def look():
        seen.append(top_of(program, 'heading', heading))
        return len(seen) > 5 and len(set(seen[-5:])) == 1
    wait_for('the page stands still', look)
    return seen[-1]


def text_of(program):
    return [n.name for n in program.tree() if n.role in ('label', 'heading') and n.name]


def text_size(home):
    """Twice as large in the narrowest window: all of the text is there and nothing sticks out."""
    program = open_page(home, '360x600')
    before = text_of(program)
    normal = program.find('heading', ITB).box()[3]
    size = normal
    for percent in (110, 125, 150, 175, 200):
        program.key('ctrl+plus')
        wait_for(f'{percent} %', lambda size=size: program.find('heading', ITB).box()[3] > size)
        size = program.find('heading', ITB).box()[3]
    assert size >= 1.9 * normal, (size, normal)
    journeys.assert_fits(program, 'page at 200 %')
    missing = set(before) - set(text_of(program))
    assert not missing, missing
    program.close()

    # It is remembered, and can be taken back.
    program = home.start('--page=itb', size='360x600')
    wait_for('200 %', lambda: program.find('heading', ITB).box()[3] == size)
    program.key('ctrl+0')
    wait_for('100 %', lambda: program.find('heading', ITB).box()[3] == normal)
    program.close()


def compare(home):
    """Another condition beside this one, chosen by typing; to its page and back."""
    program = open_page(home)
    program.click(program.find('push button', 'Compare'))
    wait_focus_in(program, 'Compare with', 'Name of a condition')
    rows = program.find('list', 'Conditions')
    high = rows.box()[3]
    program.xdotool('type', '--delay', '20', 'popliteus')
    # Rows that do not fit the words are out of the list, which gets that much shorter.
    wait_for('few rows', lambda: rows.box()[3] < high / 4)
    program.key('Return')
    program.gone('list', 'Conditions')
    take_focus(program)
    program.find('heading', 'Compare')
    left = program.find('heading', ITB).box()
    right = program.find('heading', POPLITEUS).box()
    assert left[1] == right[1] and left[0] + left[2] <= right[0], (left, right)
    for part in ('Where', 'Worse and better', 'Signs', 'First steps', 'How soon', 'What tells them apart'):
        program.find('heading', part)
    program.click(program.find('push button', f'Open the page {POPLITEUS}'))
    program.gone('heading', 'Compare')
    journeys.assert_title(program, POPLITEUS)
    program.key('alt+Left')
    program.find('heading', 'Compare')
    program.key('alt+Left')
    program.gone('heading', 'Compare')
    journeys.assert_title(program, ITB)
    program.close()


def visit_sheet(home):
    """A marked spot and two answers, on a sheet as PDF that leaves out what was not wanted."""
    program = home.start(size=WIDE)
    program.click(program.find('radio button', 'Side'))
    program.click(program.find('check box', 'Outer bump, right knee, outer side'))
    wait_for('the spot is marked', lambda: journeys.spot_is_chosen(program, 'Outer bump'))
    for _ in range(2):
        journeys.answer_with_mouse(program, RUNNER)
    program.choose_in_menu('Sheet for your visit…')
    wait_focus_in(program, 'Sheet for your visit', 'The knee with the sore places')
    tab_in(program, 'Sheet for your visit', 'Lines for notes')
    program.key('space')
    wait_for('no notes', lambda: 'checked' not in program.find('check box', 'Lines for notes').states)
    tab_in(program, 'Sheet for your visit', 'Save as PDF…')
    program.key('Return')
    wait_focus_in(program, 'Save as PDF', 'Name:')
    path = home.path / 'sheet.pdf'
    program.key('ctrl+a')
    program.xdotool('type', '--delay', '20', str(path))
    program.key('Return')
    wait_for('the file', lambda: path.exists() and path.read_bytes().rstrip().endswith(b'%%EOF'))
    take_focus(program)
    program.close()
    if shutil.which('pdftotext') is None:
        print('# there is no pdftotext')
        return
    text = ' '.join(subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True,
                                   check=True).stdout.split())
    for words in ('Knee visit sheet', 'Where it hurts', 'Outer bump', 'Right knee, outer side', 'Warning signs',
                  'No answer so far is a warning sign', 'What may fit', 'Not a diagnosis',
                  ITB, 'It came on slowly', 'It has hurt for 1 to 6 weeks'):
        if words not in text:
            raise Failed(f'the sheet does not say “{words}”: {text}')
    assert not re.search(r'\bNotes\b', text), text


if __name__ == '__main__':
    live.main(find_words, bookmark, scroll_place, text_size, compare, visit_sheet)
