#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tree.py [NAME...]: the main screens as a screen reader finds them, roles and names, against
tree.golden. With KNEEMAP_UPDATE_GOLDEN set it writes that file anew; read the difference then."""

import difflib
import os
import pathlib
import re
import subprocess

import live
from live import MAKE_SESSION, Failed

GOLDEN = pathlib.Path(__file__).with_name('tree.golden')
TYPE_NAME = re.compile(r'(Gtk|Gdk|Km|G)[A-Z][A-Za-z]+')
ANSWERS = "[('spot', ['outer-bump']), ('side', ['right'])]"
URGENT = "[('spot', ['kneecap-front']), ('side', ['right']), ('fever', ['yes']), ('hot-red', ['hot-red'])]"
# What the words of the guide may change without anybody having to look here.
FREE = {'What fits so far', 'Your answers'}
TOOLS = {'This page', 'On this page', 'Bookmark', 'Print', 'Compare'}


def outline(program):
    """The tree without what has neither a name nor a meaning, and without running text."""
    lines = []
    depths = {}
    for node in program.walk():
        assert not TYPE_NAME.fullmatch(node.name), f'{node} says its C type, in {list(node.above())}'
        assert not re.search(r'\b(Gtk|Km)[A-Z]', node.name), node
        above = depths.get(node.parent, -1)
        if node.role == 'label' or (not node.name and node.role in ('panel', 'filler', 'scroll pane', 'separator')):
            depths[node] = above
            continue
        depths[node] = above + 1
        inside = {a.name for a in node.above()}
        name = re.sub(r'[0-9]+', 'N', node.name)
        if node.role == 'list item' and (not node.parent.name or inside & FREE):
            name = '…'
        elif node.role == 'alert':
            name = name.split('. ')[0] + '…'
        elif 'Page of the guide' in inside and name not in TOOLS:
            continue
        line = '  ' * depths[node] + node.role + (f' “{name}”' if name else '')
        # Of rows that only differ in words of the guide, one stands for all.
        if not (name == '…' and lines and lines[-1] == line):
            lines.append(line)
    return lines


def nothing_unnamed(program):
    """Whatever can have the focus has a name."""
    bare = [n for n in program.walk()
            if not n.name and n.role in ('push button', 'radio button', 'check box', 'list item', 'heading',
                                         'toggle button', 'menu item', 'text', 'entry', 'alert', 'image')
            and ('focusable' in n.states or n.role in ('heading', 'alert'))]
    assert not bare, [(n, list(n.above())[:3]) for n in bare]


def screen(home, name, *arguments, answers=None, page='', wait=''):
    if answers is not None:
        subprocess.run([MAKE_SESSION, 'outer', 'skin', page, answers], check=True,
                       env=dict(os.environ, XDG_DATA_HOME=str(home.path / 'data')))
    program = home.start(*arguments, size='1180x780')
    program.find(name=wait)
    found = outline(program)
    nothing_unnamed(program)
    version = program.application.get_toolkit_version()
    program.close()
    if not version.startswith('4.8.'):
        print(f'# GTK {version} has other words for roles; the golden file is of 4.8')
        return
    compare(name, found)


def compare(name, found):
    parts = {}
    if GOLDEN.exists():
        for part in GOLDEN.read_text(encoding='utf-8').split('== ')[1:]:
            title, _, body = part.partition('\n')
            parts[title] = body.splitlines()
    if os.environ.get('KNEEMAP_UPDATE_GOLDEN'):
        parts[name] = found
        GOLDEN.write_text(''.join(f'== {title}\n' + ''.join(line + '\n' for line in parts[title])
                                  for title in sorted(parts)), encoding='utf-8')
        return
    difference = list(difflib.unified_diff(parts.get(name, []), found, 'tree.golden', 'the program', lineterm=''))
    if difference:
        print('\n'.join('# ' + line for line in difference))
        raise Failed(f'{name} is not as in tree.golden')


def start(home):
    screen(home, 'start', wait='First, get help if')


def find(home):
    screen(home, 'find', '--resume', answers=ANSWERS, page='itb', wait='Why it fits you')


def urgent(home):
    screen(home, 'urgent', '--resume', answers=URGENT, wait='What to do now')


def library(home):
    screen(home, 'library', '--list=guides', wait='Guides')


def library_page(home):
    screen(home, 'library page', '--list=all', '--page=itb', wait='On this page')


if __name__ == '__main__':
    live.main(start, find, urgent, library, library_page)
