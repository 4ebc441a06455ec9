#!/bin/sh
# Print a Python that can carry the backend: 3.11 or newer, able to create virtual environments.
# PYTHON names one to use instead of searching.

is_recent='import sys; raise SystemExit(sys.version_info < (3, 11))'

newest=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    "$candidate" -c "$is_recent" 2>/dev/null || { newest=$("$candidate" --version 2>&1); continue; }
    if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
        command -v "$candidate"
        exit 0
    fi
    lacking=$candidate
done

if [ -n "$lacking" ]; then
    echo "error: $lacking cannot create virtual environments (no venv or ensurepip);" \
        "on Debian and Ubuntu: apt-get install python3-venv" >&2
elif [ -n "$newest" ]; then
    echo "error: Python 3.11 or newer is needed, found $newest;" \
        "install one and name it: make PYTHON=/path/to/python3.11" >&2
else
    echo "error: Python 3.11 or newer is needed, found none;" \
        "on Debian and Ubuntu: apt-get install python3 python3-venv" >&2
fi
exit 1
