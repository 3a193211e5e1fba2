#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py BUILD...: adds up the test logs of the build folders and prints "N passed, N failed"."""

import json
import pathlib
import sys

passed = failed = skipped = 0
for build in sys.argv[1:]:
    log = pathlib.Path(build, 'meson-logs', 'testlog.json')
    if not log.exists():
        print(f'{build}: no test log', file=sys.stderr)
        failed += 1
        continue
    for line in log.read_text(encoding='utf-8').splitlines():
        result = json.loads(line)['result']
        if result in ('OK', 'EXPECTEDFAIL'):
            passed += 1
        elif result == 'SKIP':
            skipped += 1
        else:
            failed += 1
if passed == 0:
    failed += 1
print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
sys.exit(1 if failed else 0)
