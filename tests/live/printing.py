#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""printing.py [NAME...]: the preview and the print dialog, with no printer and no other program."""

import re
import shutil
import subprocess

import live
from live import Node, wait_for
from reading import ITB, open_page, tab_in, take_focus, wait_focus_in

# The dialog asks every kind of printer there can be; here there is none but the file.
SETTINGS = 'gtk-print-backends=file\n'
FILE = f'{ITB}.pdf'


def dialog(program, name):
    """A window of the program other than its first."""
    return wait_for(f'the window “{name}”',
                    lambda: next((n for n in Node(program.application).children() if n.name == name), None))


def dialog_gone(program, name):
    wait_for(f'no more window “{name}”',
             lambda: not any(n.name == name for n in Node(program.application).children()))


def on_screen(program, title):
    """The X window of a dialog."""
    return wait_for(f'“{title}” on the screen', lambda: subprocess.run(
        ['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid), '--name', f'^{title}$'],
        capture_output=True, text=True, check=False).stdout.split())[-1]


def click_in(program, title, node):
    """What lies in a window of its own."""
    window = on_screen(program, title)
    told = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', window], check=True, capture_output=True,
                          text=True).stdout
    size = dict(line.split('=') for line in told.split())
    frame = dialog(program, title).box()
    x, y, width, height = node.box()
    program.xdotool('mousemove', '--window', window, int(x + width / 2 + (int(size['WIDTH']) - frame[2]) / 2),
                    int(y + height / 2 + (int(size['HEIGHT']) - frame[3]) / 2))
    program.xdotool('click', '1')


def open_preview(program):
    program.key('ctrl+p')
    wait_focus_in(program, ITB, 'Print…')
    return dialog(program, ITB)


def pages(program, number):
    """Waits for a page of the preview; returns how many there are."""
    image = program.find('image', f'Page {number} of .*', inside=dialog(program, ITB))
    return int(re.fullmatch(r'Page \d+ of (\d+)', image.name)[1])


def choose_file_printer(program):
    """The dialog, with the file chosen for a printer."""
    click_in(program, ITB, program.find('push button', 'Print…', inside=dialog(program, ITB)))
    box = dialog(program, 'Print')
    click_in(program, 'Print', program.find('label', 'Print to File', inside=box))
    program.find('check box', 'PDF', inside=box)


def press(program, name):
    box = dialog(program, 'Print')
    button = wait_for(f'the button {name}', lambda: next(
        (n for n in program.all('push button', f'.* {name}', inside=box) if 'sensitive' in n.states), None))
    click_in(program, 'Print', button)


def preview(home):
    """Every page is seen before it is printed, larger ones too; then Escape."""
    program = open_page(home, '360x600')
    window = open_preview(program)
    assert window.box()[2] <= 360, window.box()
    n = pages(program, 1)
    assert n > 2, n
    page = program.find('image', 'Page 1 of .*', inside=window)
    assert 'Iliotibial band syndrome' in page.description, page.description
    program.key('Page_Down')
    pages(program, 2)
    program.key('Page_Up')
    pages(program, 1)
    program.key('End')
    pages(program, n)
    program.key('Home')
    pages(program, 1)
    small = page.box()
    program.key('ctrl+plus')
    wait_for('a larger sheet', lambda: page.box()[3] > small[3])
    program.key('ctrl+0')
    wait_for('the whole sheet', lambda: page.box()[3] == small[3])
    click_in(program, ITB, program.find('push button', 'Next page', inside=window))
    pages(program, 2)
    tab_in(program, ITB, 'Save as PDF…')
    program.key('Escape')
    dialog_gone(program, ITB)
    take_focus(program)
    program.close()


def print_to_file(home):
    """Through the dialog of the toolkit into a file, which says what the preview said."""
    program = open_page_for_printing(home)
    open_preview(program)
    n = pages(program, 1)
    # Cancelled: nothing is said, and the preview is still there.
    choose_file_printer(program)
    press(program, 'Cancel')
    dialog_gone(program, 'Print')
    # Its own preview would start another program: it leads back to ours.
    choose_file_printer(program)
    press(program, 'Preview')
    dialog_gone(program, 'Print')
    assert pages(program, 1) == n
    choose_file_printer(program)
    press(program, 'Print')
    path = home.path / FILE
    wait_for('the file', lambda: path.exists() and path.read_bytes().rstrip().endswith(b'%%EOF'))
    dialog_gone(program, ITB)
    take_focus(program)
    program.close()
    if shutil.which('pdftotext') is None:
        print('# there is no pdftotext')
        return
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    assert text.count('\f') == n, (text.count('\f'), n)
    for words in (ITB, 'What to do this week', 'Sources', f'Page 1 of {n}', f'Page {n} of {n}'):
        assert words in text, (words, text)


def print_refused(home):
    """A file that cannot be written: one line that says so, and the preview is still there."""
    program = open_page_for_printing(home)
    open_preview(program)
    (home.path / FILE).mkdir()
    choose_file_printer(program)
    press(program, 'Print')
    program.find('label', f'A file named “{FILE}” already exists.*')
    wait_for('the focus on Replace',
             lambda: any('focused' in n.states for n in program.all('push button', '.*Replace')))
    program.key('Return')
    program.find('label', f'“{ITB}” could not be printed')
    program.find('label', '.*directory')
    program.key('Escape')
    program.gone('label', f'“{ITB}” could not be printed')
    pages(program, 1)
    program.key('Escape')
    dialog_gone(program, ITB)
    take_focus(program)
    program.close()


def open_page_for_printing(home):
    program = home.start('--page=itb', size='1180x780', settings=SETTINGS)
    program.wait_focus('the title', lambda n: n.role == 'heading' and n.name == ITB)
    return program


if __name__ == '__main__':
    live.main(preview, print_to_file, print_refused)
