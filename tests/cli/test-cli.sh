#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The command line as a script sees it: output, exit codes, bad input. Prints TAP.
set -u
cli=$1
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
count=0
failed=0

# ok NAME COMMAND...: the command succeeds
ok () {
  name=$1
  shift
  count=$((count + 1))
  if "$@" >"$data/out" 2>&1; then
    echo "ok $count - $name"
  else
    failed=$((failed + 1))
    echo "not ok $count - $name"
    sed 's/^/# /' "$data/out"
  fi
}

# fails CODE NAME ARGUMENTS...: that exit code, nothing on standard output, one line on standard error
fails () {
  code=$1
  name=$2
  shift 2
  count=$((count + 1))
  "$cli" "$@" >"$data/out" 2>"$data/err"
  got=$?
  if [ "$got" -eq "$code" ] && [ ! -s "$data/out" ] && [ "$(wc -l <"$data/err")" -eq 1 ]; then
    echo "ok $count - $name"
  else
    failed=$((failed + 1))
    echo "not ok $count - $name"
    echo "# exit $got"
    sed 's/^/# /' "$data/err"
  fi
}

assess () { "$cli" assess "$@"; }
first () { assess "$@" | awk -F '\t' '$1 == "match" && $2 == 1 { print $3 }'; }
level () { assess "$@" | awk -F '\t' '$1 == "urgency" { print $2 }'; }
next () { assess "$@" | awk -F '\t' '$1 == "next" { print $2 }'; }
first_is () { want=$1; shift; [ "$(first "$@")" = "$want" ]; }
level_is () { want=$1; shift; [ "$(level "$@")" = "$want" ]; }
same () { [ "$(assess $1)" = "$(assess $2)" ]; }
lines_at_least () { [ "$("$cli" list "$2" | wc -l)" -ge "$1" ]; }
one_id_a_line () { "$cli" list "$1" | awk -F '\t' 'NF < 2 || $1 !~ /^[A-Za-z0-9-]+$/ { exit 1 }'; }
fits_width () { "$cli" show "$1" | awk '{ gsub(/[^ -~]+/, "x"); if (length($0) > 82) exit 1 }'; }
says () { "$cli" "$2" ${3+"$3"} | grep -q "$1"; }
finds () { "$cli" search "$2" | head -3 | cut -f 1 | grep -qx "$1"; }
no_escapes () { ! "$cli" search "$1" 2>&1 | grep -q "$(printf '\033')"; }
no_display () { env -u DISPLAY -u WAYLAND_DISPLAY "$cli" list spots; }
repeated () { for i in $(seq 10000); do echo spot=outer-bump; done | "$cli" assess - | grep -q "^match	1	itb"; }
from_input () { printf 'spot=outer-bump\n# said by hand\n\ndownhill=yes\n' | "$cli" assess - | grep -q "^match	1	itb"; }
reasons_have_parts () { assess spot=outer-bump downhill=yes run-timing=set-distance | awk -F '\t' '$1 == "reason" { n++; if (NF != 6 || ($3 != "+" && $3 != "-")) exit 1 } END { exit n == 0 }'; }
matches_descend () { assess spot=deep sitting=yes | awk -F '\t' '$1 == "match" { n++; if (n > 1 && $5 > last) exit 1; if ($2 != n) exit 1; last = $5 } END { exit n < 40 }'; }
stdin_fails () { printf "$1" | "$cli" assess - >/dev/null 2>&1; [ $? -eq 2 ]; }

ok "conditions" lines_at_least 40 conditions
for kind in spots questions conditions guides exercises sources; do
  ok "list $kind" one_id_a_line "$kind"
done
ok "needs no display" no_display
ok "version" says '^kneemap [0-9]' --version
ok "help" says 'kneemap assess' --help
ok "help of a command" says 'KEY=VALUE' assess --help
ok "show fits a terminal" fits_width itb
ok "show has headings" says '^In short$' show itb
ok "show lists sources" says '^Sources$' show itb
ok "show a guide" says 'pain scale' show guide-pain-scale
ok "search by lay words" finds itb "outside knee pain"
ok "search by name" finds dvt "blood clot"
ok "search in spite of a typing error" finds meniscus "menicsus"
ok "search finds words of the glossary" finds glossary:effusion "water on the knee"
ok "show a word of the glossary" says "joint" show glossary:effusion
ok "search says nothing of nonsense" test -z "$("$cli" search qqxzzy)"
ok "search for ten thousand letters" test -z "$("$cli" search "$(head -c 10000 /dev/zero | tr '\0' x)")"
ok "search for thousands of words" finds plica "$(yes plica | head -n 1700 | tr '\n' ' ')"
ok "search for markup" finds plica '<b>plica</b> &amp; %s%n'
ok "search for control characters" finds plica "$(printf '\001\033 plica\t\177')"
ok "search from right to left" finds plica "$(printf '\342\200\256 plica \327\221\327\250\327\232')"
ok "search for a runner" test -z "$("$cli" search "$(printf '\360\237\217\203')")"
ok "what is searched for is not what is printed" no_escapes "$(printf 'plicx \033[31m')"

ok "outer bump, set distance, downhill" first_is itb spot=outer-bump run-timing=set-distance downhill=yes
ok "hot swollen knee with fever" level_is emergency fever=yes hot-red=hot-red swelling-place=whole-knee
ok "nothing said" level_is self-care
ok "nothing said is unclear" says 'unclear	yes' assess
ok "alarm first" test "$(next spot=outer-bump)" = onset
ok "order does not matter" same "spot=deep onset=injury pop=yes fever=no" "fever=no pop=yes onset=injury spot=deep"
ok "contradiction takes the alarm" level_is within-days fever=yes fever=no
ok "whichever comes first" level_is within-days fever=no fever=yes
ok "no swelling, but a place" level_is emergency swelling-speed=none swelling-place=whole-knee fever=yes rest-pain=no age-band=30-44 spot=kneecap-front
ok "ten thousand keys" repeated
ok "standard input" from_input
ok "reasons" reasons_have_parts
ok "matches in order" matches_descend
ok "bad line on standard input" stdin_fails 'fever=perhaps\n'
ok "bytes on standard input" stdin_fails 'f\377=1\n'
ok "endless line on standard input" stdin_fails "$(head -c 9000 /dev/zero | tr '\0' x)"

fails 2 "unknown key" assess colour=red
fails 2 "unknown value" assess fever=perhaps
fails 2 "no value" assess fever
fails 2 "empty key" assess =yes
fails 2 "line break in a key" assess "fe
ver=yes"
fails 2 "unknown page" show nowhere
fails 2 "no page" show
fails 2 "unknown kind" list things
fails 2 "no kind" list
fails 2 "no words" search
fails 2 "no word" search "" " "
fails 2 "bytes for words" search "$(printf 'plica \377\376')"
fails 2 "unknown command" frobnicate
fails 2 "no file" check
ok "unknown value names the allowed ones" sh -c "'$cli' assess fever=perhaps 2>&1 | grep -q 'no, yes, ill, unsure'"

echo "1..$count"
exit "$failed"
