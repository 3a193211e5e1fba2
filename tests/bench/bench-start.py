#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py KNEEMAP EMPTY [ROUNDS]: start to first frame, and peak memory, of the program and of
an empty GTK 4 window, in turn in one run. Prints medians and ratios; asserts nothing."""

import os
import statistics
import sys
import tempfile
import time


def run(command, environment):
    started = time.monotonic()
    pid = os.posix_spawn(command[0], command, environment)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f'{command[0]} ended with {status}')
    return time.monotonic() - started, usage.ru_maxrss


def main(kneemap, empty, rounds=15):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           GTK_A11Y='none', GDK_BACKEND='x11', GSK_RENDERER='cairo', GIO_USE_VFS='local')
        commands = {'kneemap': [kneemap, '--exit-after-startup'], 'empty window': [empty],
                    'kneemap, every page opened': [kneemap, '--exit-after-startup', '--open-every-page']}
        results = {name: [] for name in commands}
        for command in commands.values():
            run(command, environment)
        for number in range(int(rounds)):
            for name, command in commands.items():
                if 'every' in name and number >= 1:
                    continue
                results[name].append(run(command, environment))
    median = {name: (statistics.median(t for t, _ in rows), statistics.median(m for _, m in rows))
              for name, rows in results.items()}
    base = median['empty window']
    for name, (seconds, memory) in median.items():
        print(f'{name}: {seconds * 1000:.0f} ms ({seconds / base[0]:.2f} x), '
              f'{memory / 1024:.1f} MB peak ({memory / base[1]:.2f} x)')


if __name__ == '__main__':
    main(*sys.argv[1:])
