# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of this folder: clear step lines, output kept in a log and shown only when something fails.
# Sourced with `set -euo pipefail` on; the caller has changed to the root of the checkout.

steps_log=build/packaging.log
mkdir -p build
: >"$steps_log"

# What is under way, with the time since the script started.
step() {
    printf '\033[1m[%3ds]\033[0m %s\n' "$SECONDS" "$*"
}

fail() {
    printf '\033[1;31m%s\033[0m\n' "$*" >&2
    exit 1
}

# Runs a command with its output in the log; shows the end of it when the command fails.
quietly() {
    local start
    start=$(wc -c <"$steps_log")
    if ! "$@" >>"$steps_log" 2>&1; then
        tail -c "+$((start + 1))" "$steps_log" | tail -n 60 >&2
        fail "Failed: $*  (everything it said: $steps_log)"
    fi
}

# Builds targets of a preset. Ninja's progress goes on one line of a terminal, every tenth part elsewhere; the compiler's words are shown when it fails.
build() {
    local preset=$1
    shift
    local status=0
    { NINJA_STATUS='%f/%t ' cmake --build --preset "$preset" "$@" 2>&1 || echo "build failed"; } |
        tee -a "$steps_log" | show_progress || status=$?
    [ "$status" -eq 0 ] || fail "The build failed; everything it said: $steps_log"
}

# Reads the build's lines; keeps "done/total" lines for itself. Of a failing step it prints what failed and what the tool said, but not the command (it is in the log).
show_progress() {
    local line tenth=-1 failing=0 command=0
    while IFS= read -r line; do
        if [[ $line == "build failed" ]]; then
            return 1
        elif [[ $line == FAILED:* ]]; then
            failing=1 command=1
            printf '%.200s\n' "$line" >&2
        elif [[ $line =~ ^([0-9]+)/([0-9]+)\  ]]; then
            failing=0
            if [ -t 1 ]; then
                printf '\r       %s of %s built' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
                [ "${BASH_REMATCH[1]}" != "${BASH_REMATCH[2]}" ] || printf '\n'
            elif ((BASH_REMATCH[2] > 9 && BASH_REMATCH[1] * 10 / BASH_REMATCH[2] != tenth)); then
                tenth=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
                printf '       %s of %s built\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
            fi
        elif ((command)); then
            command=0
        elif ((failing)) || [[ $line == ninja:\ error* || $line == *CMake\ Error* ]]; then
            failing=1
            printf '%s\n' "$line" >&2
        fi
    done
}
