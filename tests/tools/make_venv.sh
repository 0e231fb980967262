#!/bin/sh
# The folder for a virtual environment comes in; it goes out made, with the newest Python here that will do.
# PYTHON names one to use instead.
set -u
venv=$1
can='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'
new='import sys; sys.exit(sys.version_info < (3, 11))'

find_python() {
    # The plain name first: it is the one that the person chose.
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$name" -c "$1" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

python=$(find_python "$can")
if [ -z "$python" ] && [ -n "$(find_python "$new")" ]; then
    # Debian keeps venv in a package of its own.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
        python=$(find_python "$can")
    fi
    if [ -z "$python" ]; then
        echo "Python is here, but without its venv module. Install it (on Debian and Ubuntu: apt-get install python3-venv), then run make again." >&2
        exit 1
    fi
fi
if [ -z "$python" ]; then
    echo "${PYTHON:+$PYTHON is no Python 3.11 or newer. }No Python 3.11 or newer was found. Install one, or name it: make PYTHON=/path/to/python3.12 site" >&2
    exit 1
fi
exec "$python" -m venv --clear "$venv"
