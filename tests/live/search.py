#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""search.py [NAME...]: searching, as people do it, and as the overview of the desktop does it."""

import re

import gi

import live
from live import Failed, wait_for

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

WIDE = '1180x780'
NARROW = '360x740'
PATH = '/io/github/kneemap/Kneemap'


def results(program):
    """The names of the rows, best first."""
    lists = program.all('list', 'Results')
    return [n.name for n in program.all('list item', inside=lists[0])] if lists else []


def on_entry(node):
    return 'editable' in node.states or node.role in ('entry', 'text')


def on_row(start):
    return lambda n: n.role == 'list item' and n.name.startswith(start)


def type_words(program, words, first):
    """Types as fast as a good typist, and waits for the row that has to be first."""
    program.xdotool('type', '--delay', '20', words)
    wait_for(f'{first} first for “{words}”', lambda: (results(program) or [''])[0].startswith(first))


def search_keyboard(home):
    """Ctrl+K, type, look through the rows, open, come back, leave; all by keys."""
    program = home.start(size=WIDE)
    program.tab_to('the views', lambda n: n.name == 'Front' and n.role == 'radio button')
    program.key('ctrl+k')
    program.wait_focus('the entry', on_entry)
    program.find('heading', r'What are you looking for\?')
    type_words(program, 'it band pain', 'Iliotibial band syndrome')
    rows = results(program)
    program.key('Down')
    program.wait_focus('the first result', on_row(rows[0]))
    program.key('Down')
    program.wait_focus('the second result', on_row(rows[1]))
    program.key('Up')
    program.wait_focus('the first result', on_row(rows[0]))
    program.key('Up')
    program.wait_focus('the entry', on_entry)
    program.key('Down', 'Down')
    program.wait_focus('the second result', on_row(rows[1]))
    program.key('Return')
    title = rows[1].split(',')[0]
    program.find('heading', re.escape(title))
    program.gone('list', 'Results')
    program.key('alt+Left')
    wait_for('the same results', lambda: results(program) == rows)
    program.wait_focus('the result that was opened', on_row(rows[1]))
    program.key('Escape')
    program.gone('list', 'Results')
    program.wait_focus('where it was before', lambda n: n.name == 'Front')
    program.close()


def search_mouse(home):
    """The button in the header; a typing error; a page; the way back."""
    program = home.start(size=WIDE)
    program.click(program.find('push button', 'Search'))
    program.wait_focus('the entry', on_entry)
    type_words(program, 'patelofemoral', 'Patellofemoral pain')
    program.find('label', 'Showing results for .*patellofemoral.*')
    program.click(program.find('list item', 'Patellofemoral pain, .*'))
    program.find('heading', 'Patellofemoral pain')
    program.find('heading', 'What it feels like')
    program.click(next(n for n in program.all('push button', 'Back') if n.box()[1] < 50))
    wait_for('the results', lambda: results(program))
    # The parts of the guide lead out of the search.
    program.click(program.find('radio button', 'Library'))
    program.find('heading', 'Conditions by place')
    program.gone('list', 'Results')
    # Where no page is open, Ctrl+F looks through the whole guide.
    program.key('ctrl+f')
    program.wait_focus('the entry', on_entry)
    program.close()


def search_nothing(home):
    """Words that are nowhere; a word that is meant; and then a page."""
    program = home.start(size=WIDE)
    program.key('ctrl+k')
    program.wait_focus('the entry', on_entry)
    program.xdotool('type', '--delay', '20', 'pfoz')
    program.find('heading', 'Nothing found for .*pfoz.*')
    program.key('Return')
    program.click(program.find('push button', 'pop'))
    program.wait_focus('the entry', on_entry)
    program.gone('heading', 'Nothing found for .*')
    wait_for('results', lambda: results(program))
    program.key('Return')
    program.gone('list', 'Results')
    program.close()


def search_section(home):
    """A result opens at the section that answers, a word of the glossary in its list."""
    program = home.start('--list=all', size=WIDE)
    program.find('heading', 'Conditions by place')
    program.key('ctrl+k')
    program.wait_focus('the entry', on_entry)
    type_words(program, 'itb what is not proven', 'Iliotibial band syndrome')
    program.key('Return')
    program.wait_focus('the heading of a section',
                       lambda n: n.role == 'heading' and n.name != 'Iliotibial band syndrome')
    wait_for('the section in view', lambda: 40 < program.focus().box()[1] < 500)
    program.key('ctrl+k')
    program.wait_focus('the entry', on_entry)
    program.xdotool('type', '--delay', '20', 'patellofemoral')
    row = program.find('list item', '.*, Word explained')
    program.tab_to('the word', lambda n: n.name == row.name, key='Down')
    program.key('Return')
    program.find('heading', 'Words explained')
    program.wait_focus('the word', lambda n: n.role == 'heading' and n.name == row.name.split(',')[0])
    wait_for('the word in view', lambda: 40 < program.focus().box()[1] < 700)
    program.close()


def search_narrow(home):
    """One pane: the search is in the menu."""
    program = home.start(size=NARROW)
    assert not program.all('push button', 'Search')
    program.choose_in_menu('Search')
    program.wait_focus('the entry', on_entry)
    type_words(program, 'it band pain', 'Iliotibial band syndrome')
    for row in program.all('list item', inside=program.find('list', 'Results')):
        x, _, width, _ = row.box()
        assert x >= 0 and x + width <= 360, (row, row.box())
    program.key('Return')
    program.find('heading', 'Iliotibial band syndrome')
    program.key('alt+Left')
    wait_for('the results', lambda: results(program))
    program.key('Escape')
    program.gone('list', 'Results')
    program.close()


def overview(home):
    """The overview of the desktop finds, without a window, and opens what is chosen."""
    program = live.Program(home.path, '--gapplication-service')
    home.programs.append(program)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def call(method, arguments):
        return bus.call_sync(live.APPLICATION, PATH + '/SearchProvider', 'org.gnome.Shell.SearchProvider2', method,
                             arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None)

    def find(words):
        return call('GetInitialResultSet', GLib.Variant('(as)', (words.split(),))).unpack()[0]

    ids = wait_for('the program on the bus', lambda: find("runner's knee"))
    assert 'pfp' in ids[:3], ids
    if program._find_window() is not None:
        raise Failed('there is a window')
    call('ActivateResult', GLib.Variant('(sasu)', ('pfp', ["runner's", 'knee'], 0)))
    program.connect()
    program.find('heading', 'Patellofemoral pain')
    call('LaunchSearch', GLib.Variant('(asu)', (['it', 'band', 'pain'], 0)))
    wait_for('results', lambda: (results(program) or [''])[0].startswith('Iliotibial band syndrome'))
    program.close()


if __name__ == '__main__':
    live.main(search_keyboard, search_mouse, search_nothing, search_section, search_narrow, overview)
