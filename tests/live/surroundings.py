#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""surroundings.py [NAME...]: the program where something is missing, broken or not allowed. It starts
all the same, and says in one line what it could not do."""

import os
import resource
import signal
import subprocess
import time

import live
from live import MAKE_SESSION, PROGRAM, wait_for

NOT_KEPT = 'kneemap: The session could not be saved: '
NOT_READ = 'The last session could not be read: .* It was kept as “session.ini..*”.'


def run(home, *arguments, unset=(), limit=None, **environment):
    """Starts the program, lets it draw one frame, and returns its status and the lines it said."""
    full = dict(os.environ, HOME=str(home.path), G_DEBUG='fatal-warnings')
    for name in ('DATA', 'CONFIG', 'CACHE', 'STATE'):
        full[f'XDG_{name}_HOME'] = str(home.path / name.lower())
    full.update(environment)
    for name in unset:
        full.pop(name, None)
    done = subprocess.run([PROGRAM, *arguments], env=full, capture_output=True, text=True, timeout=60,
                          check=False, preexec_fn=limit)
    return done.returncode, [line for line in done.stderr.splitlines() if line.strip()]


def starts_silently(home, *arguments, **options):
    status, said = run(home, '--exit-after-startup', *arguments, **options)
    assert (status, said) == (0, []), (status, said)


def no_session_bus(home):
    starts_silently(home, unset=['DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'GTK_A11Y'])
    # Promised, and not there.
    starts_silently(home, unset=['GTK_A11Y'], DBUS_SESSION_BUS_ADDRESS='unix:path=/nonexistent/bus,guid=1')


def no_icons_no_data(home):
    starts_silently(home, XDG_DATA_DIRS='/nonexistent')


def no_settings_schemas(home):
    """Neither where the system keeps them nor where we were told to look."""
    starts_silently(home, XDG_DATA_DIRS='/nonexistent', GSETTINGS_SCHEMA_DIR='/nonexistent')


def plain_c_locale(home):
    starts_silently(home, LC_ALL='C')
    program = home.start(environment={'LC_ALL': 'C'})
    program.find('heading', 'First, get help if')
    program.close()


def make_session(home, answers='[("spot", ["outer-bump"]), ("side", ["right"])]', page='itb'):
    subprocess.run([MAKE_SESSION, 'outer', 'muscle', page, answers], check=True,
                   env=dict(os.environ, XDG_DATA_HOME=str(home.path / 'data')))
    return next((home.path / 'data' / 'kneemap').iterdir())


def assert_said_once(program, expected):
    lines = program.stderr().splitlines()
    assert all(line.startswith('kneemap: ') for line in lines), lines
    assert len({line.split(':')[1] for line in lines}) == len(lines), lines
    assert any(line.startswith(expected) for line in lines), lines


def choose_a_spot(program):
    program.click(program.find('check box', 'Lower tip of the kneecap, .*'))
    wait_for('conditions', lambda: program.all('heading', 'What fits so far'))


def home_not_writable(home):
    """Root may write anywhere, so the home is a place where nobody can: a file is in its way."""
    (home.path / 'wall').write_text('', encoding='utf-8')
    nowhere = str(home.path / 'wall' / 'data')
    program = home.start(environment={'XDG_DATA_HOME': nowhere})
    choose_a_spot(program)
    wait_for('a line about the session', lambda: NOT_KEPT in program.stderr())
    # Said once, however much is answered.
    program.click(program.find('check box', 'Kneecap tendon, .*'))
    wait_for('two places', lambda: program.all('heading', '2 places, .*'))
    program.close()
    assert_said_once(program, NOT_KEPT)


def disk_full(home):
    """No byte can be written to a file; the session that was there stays whole."""
    path = make_session(home)
    before = path.read_bytes()
    program = home.start('--resume', limit=no_room)
    program.click(program.find('check box', 'Outer joint line, .*'))
    wait_for('two places', lambda: program.all('heading', '2 places, .*'))
    program.close()
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name], list(path.parent.iterdir())
    assert_said_once(program, NOT_KEPT)


def no_room():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def session_damaged(home):
    path = make_session(home)
    path.write_bytes(path.read_bytes()[:40] + b'\xff\x00[[[' * 20)
    damaged = path.read_bytes()
    program = home.start()
    notice = program.find('label', NOT_READ)
    assert not program.all('push button', 'Go on from last time')
    program.find('heading', r'Where does it hurt\?')
    aside = [p for p in path.parent.iterdir() if p != path]
    assert len(aside) == 1 and aside[0].read_bytes() == damaged, aside
    assert aside[0].name in notice.name, (aside, notice.name)
    program.close()


def session_of_the_future(home):
    path = make_session(home)
    text = path.read_text(encoding='utf-8')
    assert 'Version=1\n' in text, text
    path.write_text(text.replace('Version=1\n', 'Version=999\n'), encoding='utf-8')
    program = home.start()
    program.find('label', NOT_READ)
    assert not program.all('push button', 'Go on from last time')
    program.close()


def session_huge(home):
    """A hundred megabytes are not read in the way of the first frame."""
    path = make_session(home)
    with open(path, 'r+b') as stream:
        stream.truncate(100 * 1000 * 1000)
    started = time.monotonic()
    status, said = run(home, '--exit-after-startup')
    assert status == 0 and len(said) <= 1, (status, said)
    assert time.monotonic() - started < 20


def unknown_page(home):
    status, said = run(home, '--page', 'nosuch', '--exit-after-startup')
    assert status == 0 and said == ['kneemap: there is no page “nosuch”'], (status, said)


def unknown_option(home):
    for arguments in (['--nosuch'], ['nosuch'], ['--page']):
        status, said = run(home, *arguments)
        assert status != 0 and len(said) == 1, (arguments, status, said)
        assert arguments[0] in said[0], said


def no_display(home):
    status, said = run(home, DISPLAY='')
    assert status != 0 and len(said) == 1 and 'display' in said[0], (status, said)


for speaks in (home_not_writable, disk_full):
    speaks.may_speak = True

if __name__ == '__main__':
    live.main(no_session_bus, no_icons_no_data, no_settings_schemas, plain_c_locale, home_not_writable,
              disk_full, session_damaged, session_of_the_future, session_huge, unknown_page,
              unknown_option, no_display)
