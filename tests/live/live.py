# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as a person meets it: started in a virtual display, seen through AT-SPI, worked with
a mouse and a keyboard. A test is a script that ends in `live.main (test, ...)`.

Nothing here sleeps to give the program time: each step waits, up to a limit, until what it wants to
see is there.
"""

import functools
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback

for tool in ('xdotool', 'xvfb-run', 'dbus-run-session'):
    if shutil.which(tool) is None:
        print(f'1..0 # SKIP there is no {tool}')
        sys.exit(0)
try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f'1..0 # SKIP no bindings for AT-SPI: {error}')
    sys.exit(0)

LIMIT = float(os.environ.get('KNEEMAP_LIVE_LIMIT', '15'))
PROGRAM = os.environ.get('KNEEMAP')
MAKE_SESSION = os.environ.get('KNEEMAP_MAKE_SESSION')
APPLICATION = 'io.github.kneemap.Kneemap'
# The same on every machine; nothing moves by itself.
SETTINGS = '''[Settings]
gtk-font-name=Cantarell 11
gtk-theme-name=Default
gtk-icon-theme-name=Adwaita
gtk-decoration-layout=:close
gtk-enable-animations=0
'''


class Failed(AssertionError):
    """The program did not do what a person would expect."""


def wait_for(what, look, limit=LIMIT):
    """Looks again and again until there is something; returns it."""
    end = time.monotonic() + limit
    while True:
        try:
            found = look()
        except GLib.Error:
            found = None  # it went away while we looked
        if found:
            return found
        if time.monotonic() > end:
            raise Failed(f'waited {limit:.0f} s in vain: {what}')
        time.sleep(0.03)


# What these hold is only how they look.
LEAVES = {'label', 'heading', 'radio button', 'check box', 'progress bar'}


class Node:
    """One accessible. Each thing is asked of the program when it is wanted, and no more than once."""

    def __init__(self, accessible, parent=None, depth=0):
        self.accessible = accessible
        self.parent = parent
        self.depth = depth

    @functools.cached_property
    def role(self):
        return self.accessible.get_role_name()

    @functools.cached_property
    def name(self):
        return self.accessible.get_name() or ''

    @functools.cached_property
    def states(self):
        return {s.value_nick for s in self.accessible.get_state_set().get_states()}

    @property
    def description(self):
        return self.accessible.get_description() or ''

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child, self, self.depth + 1)

    def box(self):
        """x, y, width and height in the window, without its border."""
        component = self.accessible.get_component_iface()
        if component is None:
            return None
        rect = component.get_extents(Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    def actions(self):
        iface = self.accessible.get_action_iface()
        if iface is None:
            return []
        return [iface.get_action_name(i) for i in range(iface.get_n_actions())]

    def above(self):
        """Everything it lies in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __repr__(self):
        return f'{self.role} “{self.name}”'


class Program:
    """A run of the program in a home of its own."""

    def __init__(self, home, *arguments, environment=None, size=None, settings='', limit=None):
        self.home = pathlib.Path(home)
        full = dict(os.environ)
        for name, folder in (('XDG_DATA_HOME', 'data'), ('XDG_CONFIG_HOME', 'config'),
                             ('XDG_CACHE_HOME', 'cache'), ('XDG_STATE_HOME', 'state')):
            (self.home / folder).mkdir(exist_ok=True, parents=True)
            full[name] = str(self.home / folder)
        full['HOME'] = str(self.home)
        settings_file = self.home / 'config' / 'gtk-4.0' / 'settings.ini'
        settings_file.parent.mkdir(exist_ok=True)
        settings_file.write_text(SETTINGS + settings, encoding='utf-8')
        full['G_DEBUG'] = 'fatal-warnings'
        full.update(environment or {})
        if size is not None:
            arguments = (f'--window-size={size}',) + arguments
        self.size = size
        # Through a pipe: what the program says is kept even where it may not write to files.
        reader, writer = os.pipe()
        self.process = subprocess.Popen([PROGRAM, *arguments], env=full, stdin=subprocess.DEVNULL,
                                        stdout=writer, stderr=writer, preexec_fn=limit)
        os.close(writer)
        self.said = bytearray()
        self.reading = threading.Thread(target=self._read, args=(reader,), daemon=True)
        self.reading.start()
        self.application = None
        self.window = None
        self.focused = None
        self.listener = Atspi.EventListener.new(self._on_focus)
        self.listener.register('object:state-changed:focused')

    # ---- looking ----------------------------------------------------------------------------

    def connect(self):
        """Waits for the window, on the screen and for assistive technology."""
        self.application = wait_for('the program on the accessibility bus', self._find_application)
        self.application.set_cache_mask(Atspi.Cache.NONE)
        self.window = wait_for('the window on the screen', self._find_window)
        self.xdotool('windowfocus', self.window)
        wait_for('the window is active',
                 lambda: any('active' in n.states for n in Node(self.application).children()))
        return self

    def _find_application(self):
        self.check_alive()
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def _find_window(self):
        self.check_alive()
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[0] if found else None

    def check_alive(self):
        if self.process.poll() is not None:
            raise Failed(f'the program ended with {self.process.returncode}: {self.stderr()}')

    def walk(self, leaves=False, start=None):
        """All accessibles in reading order, the application first; or those in one."""
        stack = [Node(self.application)] if start is None else list(start.children())[::-1]
        while stack:
            node = stack.pop()
            yield node
            if leaves or node.role not in LEAVES:
                stack.extend(reversed(list(node.children())))

    def tree(self):
        return list(self.walk(leaves=True))

    def matching(self, role=None, name=None, inside=None):
        pattern = re.compile(name, re.DOTALL) if name is not None else None
        for node in self.walk(start=inside):
            if (role is None or node.role == role) and (pattern is None or pattern.fullmatch(node.name)):
                yield node

    def all(self, role=None, name=None, inside=None):
        """Those of a role whose whole name matches the pattern."""
        return list(self.matching(role, name, inside))

    def find(self, role=None, name=None, inside=None, limit=LIMIT):
        """Waits for the first of them."""
        return wait_for(f'{role or "something"} “{name or ""}”',
                        lambda: next(self.matching(role, name, inside), None), limit)

    def gone(self, role=None, name=None):
        wait_for(f'no more {role or "something"} “{name or ""}”', lambda: not self.all(role, name))

    def focus(self):
        """What has the focus, or None. The events say where to look, and the state decides."""
        while GLib.MainContext.default().iteration(False):
            pass
        if self.focused is not None:
            node = Node(self.focused)
            if 'focused' in node.states:
                return node
        return next((n for n in self.walk() if 'focused' in n.states), None)

    def _on_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def wait_focus(self, what, good):
        """Waits until the focus is on something that is good."""
        def look():
            node = self.focus()
            return node if node is not None and good(node) else None
        try:
            return wait_for(f'the focus on {what}', look)
        except Failed as failure:
            raise Failed(f'{failure}; it is on {self.focus()}') from None

    def frame(self):
        """The window without its shadow."""
        return next(Node(self.application).children())

    # ---- doing ------------------------------------------------------------------------------

    @staticmethod
    def xdotool(*arguments):
        subprocess.run(['xdotool', *map(str, arguments)], check=True, timeout=LIMIT)

    def key(self, *keys):
        self.xdotool('key', '--clearmodifiers', '--delay', '30', *keys)

    def border(self):
        """Shadow and frame that GTK draws around what it tells the boxes of."""
        told = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window], check=True,
                              capture_output=True, text=True).stdout
        size = dict(line.split('=') for line in told.split())
        frame = self.frame().box()
        return (int(size['WIDTH']) - frame[2]) // 2, (int(size['HEIGHT']) - frame[3]) // 2

    def move_to(self, node, at=(0.5, 0.5)):
        x, y, width, height = node.box()
        left, top = self.border()
        self.xdotool('mousemove', '--window', self.window, int(left + x + width * at[0]),
                     int(top + y + height * at[1]))

    def bring_into_view(self, node):
        """Turns the wheel over what it scrolls in until it can be seen."""
        pane = next((a for a in node.above() if a.role == 'scroll pane'), None)
        if pane is None:
            return
        for _ in range(60):
            top, height = node.box()[1], node.box()[3]
            view_top, view_height = pane.box()[1], pane.box()[3]
            if top >= view_top and top + min(height, view_height) <= view_top + view_height:
                return
            self.move_to(pane)
            self.xdotool('click', '4' if top < view_top else '5')
            try:
                wait_for('it scrolls', lambda: node.box()[1] != top, 2)
            except Failed:
                return
        raise Failed(f'{node} cannot be scrolled into view')

    def click(self, node, at=(0.5, 0.5)):
        self.bring_into_view(node)
        self.move_to(node, at)
        self.xdotool('click', '1')

    def choose_in_menu(self, name):
        """Opens the menu and walks to one of its items."""
        self.click(self.find('push button', 'Menu'))
        self.find('menu item', name)
        self.tab_to(name, lambda n: n.role == 'menu item' and n.name == name, key='Down')
        self.key('Return')

    def tab_to(self, what, good, key='Tab', most=60):
        """Presses Tab until the focus is where it should be; one stop at a time."""
        for _ in range(most):
            node = self.focus()
            if node is not None and good(node):
                return node
            before = node.accessible if node is not None else None
            self.key(key)
            wait_for('the focus moves',
                     lambda: (now := self.focus()) is not None and now.accessible != before)
        raise Failed(f'{most} times {key} did not lead to {what}')

    # ---- ending -----------------------------------------------------------------------------

    def _read(self, reader):
        while block := os.read(reader, 4096):
            self.said += block
        os.close(reader)

    def stderr(self):
        return self.said.decode('utf-8', errors='replace')

    def close(self):
        """Closes the window as the desktop does, and looks what the program had to say."""
        if self.process.poll() is None:
            self.key('ctrl+q')
            try:
                self.process.wait(LIMIT)
            except subprocess.TimeoutExpired:
                raise Failed('the program does not end') from None
        self.reading.join(LIMIT)
        if self.process.returncode != 0:
            raise Failed(f'the program ended with {self.process.returncode}: {self.stderr()}')

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def session_path(self):
        return self.home / 'data' / 'kneemap' / 'session'


class Home:
    """A fresh home, gone at the end."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix='kneemap-live-'))
        self.programs = []
        return self

    def __exit__(self, kind, value, trace):
        for program in self.programs:
            if kind is not None and program.process.poll() is None and program.application is not None:
                dump(program)
            elif kind is not None:
                print(f'# the program ended with {program.process.returncode}: {program.stderr()}')
            program.kill()
        shutil.rmtree(self.path, ignore_errors=True)

    def start(self, *arguments, **options):
        program = Program(self.path, *arguments, **options)
        self.programs.append(program)
        return program.connect()


def dump(program):
    """For whoever reads the log of a failure."""
    try:
        for node in program.tree():
            print('#', '  ' * node.depth + repr(node), *sorted(node.states & {'focused', 'checked', 'selected'}))
    except Exception as error:  # pylint: disable=broad-except
        print('# no tree:', error)
    print('# stderr:', program.stderr())


def main(*tests):
    """Runs the tests in TAP."""
    wanted = set(sys.argv[1:])
    chosen = [t for t in tests if not wanted or t.__name__ in wanted]
    status = 0
    print(f'1..{len(chosen)}')
    signal.alarm(int(os.environ.get('KNEEMAP_LIVE_ALARM', '110')))
    for number, test in enumerate(chosen, 1):
        try:
            with Home() as home:
                test(home)
                for program in home.programs:
                    said = program.stderr()
                    if said and not getattr(test, 'may_speak', False):
                        raise Failed(f'the program said: {said}')
            print(f'ok {number} - {test.__name__}', flush=True)
        except Exception:  # pylint: disable=broad-except
            status = 1
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {number} - {test.__name__}', flush=True)
    sys.exit(status)
