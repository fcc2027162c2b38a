#!/bin/sh
# The demonstration: a fresh record, the dispatches of examples/corrigane, and questions to it.
# Usage: demo.sh [STORE]; the command is $INCUMBENT, else the incumbent on the path.
set -eu
STORE=${1:-demo.db}
DISPATCHES=$(dirname "$0")/corrigane
ORG='Corrigane Tidal'

# ask HEADING ARGUMENT...: show the command as one would type it, then its answer.
ask() {
    printf '\n=== %s\n$ incumbent' "$1"
    shift
    for argument in "$@"; do
        case $argument in
            *[!A-Za-z0-9_./-]*) printf " '%s'" "$argument" ;;
            *) printf ' %s' "$argument" ;;
        esac
    done
    printf '\n\n'
    "${INCUMBENT:-incumbent}" "$@" --store "$STORE"
}

rm -f "$STORE" "$STORE-wal" "$STORE-shm"

ask 'Fifteen dispatches of a year, in English and French, into a fresh record' add "$DISPATCHES"

ask 'The timeline of the organisation' org "$ORG" --on 2025-03-01

# The same three days, as known at two times: before the year had happened, and after it.
for known in 2024-04-01 2025-03-01; do
    for day in 2024-05-15 2024-08-15 2024-11-10; do
        ask "Who is chief executive on $day, as known on $known?" who "$ORG" --post ceo --on "$day" --known-on "$known"
    done
done

ask 'The career of one person' person 'Youssef Benamara' --on 2025-03-01

ask 'What happened in November, and on whose word: the evidence of each change' \
    changes --org "$ORG" --since 2024-11-01 --status actual --on 2024-11-30

ask 'Every span and every hash in the record, checked again' verify

printf '\nThe record is in %s. The story, and what to look for: examples/README.md\n' "$STORE"
