#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# screens.sh BUILD OUT [NAME...]: pictures of the real program, in a virtual display, one for each
# screen of the design: light, dark and high contrast, wide and narrow.
set -eu

build=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
shift 2
wanted=$*

if [ -z "${KNEEMAP_SCREENS_INSIDE:-}" ]; then
  export KNEEMAP_SCREENS_INSIDE=1
  exec xvfb-run -a -s '-screen 0 1400x1000x24' "$0" "$build" "$out" $wanted
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
export GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=none G_ENABLE_DIAGNOSTIC=0 GIO_USE_VFS=local
export LC_ALL=C.UTF-8 NO_AT_BRIDGE=1
unset DBUS_SESSION_BUS_ADDRESS GTK_THEME || true

# theme NAME: light, dark, hc or hc-dark
theme () {
  mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
  case $1 in *dark) dark=1 ;; *) dark=0 ;; esac
  case $1 in hc*) gtk=Default-hc ;; *) gtk=Default ;; esac
  printf '[Settings]\ngtk-font-name=%s\ngtk-theme-name=%s\ngtk-application-prefer-dark-theme=%s\n' \
    "${KNEEMAP_FONT:-Cantarell 11}" "$gtk" "$dark" > "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
  printf 'gtk-icon-theme-name=Adwaita\ngtk-decoration-layout=:close\ngtk-enable-animations=0\n' \
    >> "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
  printf 'gtk-xft-antialias=1\ngtk-xft-hinting=1\ngtk-xft-hintstyle=hintslight\ngtk-xft-rgba=none\n' \
    >> "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"
}

# session VIEW LAYER PAGE ANSWERS: what the last session was, as a GVariant a(sas)
session () {
  mkdir -p "$XDG_DATA_HOME/kneemap"
  "$build/tests/support/make-session" "$@"
}

# The window of the program; nothing when there is none.
window () {
  xwininfo -root -tree 2>/dev/null | sed -n 's/^ *\(0x[0-9a-f]*\) "Kneemap".*/\1/p' | head -n 1
}

# until_true CONDITION [ARGUMENT...]: waits for it, 10 seconds at most.
until_true () {
  for _ in $(seq 100); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}
has_no_window () { [ -z "$(window)" ]; }
# Fails also while the window is still one colour: nothing has been painted yet.
take () {
  id=$(window)
  [ -n "$id" ] && import -window "$id" "$1" 2> /dev/null && [ "$(identify -format %k "$1")" -gt 8 ]
}

# shoot NAME THEME SIZE ARGUMENT...
shoot () {
  name=$1 look=$2 size=$3
  shift 3
  case " $wanted " in "  ") ;; *" $name "*) ;; *) return 0 ;; esac
  theme "$look"
  # On a busy machine the window before this one may still be there for a moment.
  until_true has_no_window || true
  "$build/src/kneemap" --window-size="$size" "$@" 2> "$work/log" &
  program=$!
  until_true take "$out/$name-$look.png" || true
  sleep "${KNEEMAP_SETTLE:-1.5}"
  if ! until_true take "$out/$name-$look.png"; then
    echo "$name-$look: no picture of the window could be taken" >&2
    failed=1
  fi
  kill "$program" 2>/dev/null || true
  wait "$program" 2>/dev/null || true
  if [ -s "$work/log" ]; then
    echo "$name-$look: the program said:" >&2
    cat "$work/log" >&2
    failed=1
  fi
  echo "$out/$name-$look.png"
}

failed=0
itb="[('spot', ['outer-bump']), ('side', ['right']), ('onset', ['gradual']), ('downhill', ['yes']), ('swelling-speed', ['none']), ('run-timing', ['set-distance'])]"
today="[('spot', ['inner-joint-line']), ('side', ['right']), ('onset', ['injury']), ('mechanism', ['twist']), ('locking', ['stuck'])]"
emergency="[('spot', ['kneecap-front']), ('side', ['right']), ('fever', ['yes']), ('hot-red', ['hot-red']), ('swelling-place', ['whole-knee'])]"

for look in ${KNEEMAP_LOOKS:-light dark hc hc-dark}; do
  rm -rf "$XDG_DATA_HOME/kneemap"
  shoot empty "$look" 1180x780
  session outer muscle itb "$itb"
  shoot find "$look" 1180x780 --resume
  shoot narrow-page "$look" 360x740 --resume
  shoot narrow-questions "$look" 360x740 --resume --pane=questions
  shoot narrow-knee "$look" 360x740 --resume --pane=knee
  session front bone meniscus "$today"
  shoot today "$look" 1180x780 --resume
  shoot narrow-today "$look" 360x740 --resume --pane=questions
  session front skin septic-joint "$emergency"
  shoot emergency "$look" 1180x780 --resume
  rm -rf "$XDG_DATA_HOME/kneemap"
  shoot library "$look" 1180x780 --list=all
  shoot exercises "$look" 1180x780 --list=exercises
  shoot page "$look" 1180x780 --list=all --page=itb
  shoot narrow-library "$look" 360x740 --list=
  shoot search "$look" 1180x780 --words="hot swollen knee"
  shoot search-start "$look" 1180x780 --words=
  shoot search-none "$look" 1180x780 --words=pfoz
  shoot narrow-search "$look" 360x740 --words="patelofemoral"
  shoot narrow-start "$look" 360x740 --words=
done
exit $failed
