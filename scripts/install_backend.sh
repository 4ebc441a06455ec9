#!/bin/sh
# Create backend/.venv where it is missing and install exactly what requirements.lock says.
# uv, itself from the lock, does it in seconds; pip does the same where uv cannot run.
set -e
cd "$(dirname "$0")/../backend"

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(sh ../scripts/find_python.sh)
    echo "backend: creating backend/.venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
# Trust whom the machine trusts, as pip and npm do: some networks sign with a certificate of theirs.
export UV_SYSTEM_CERTS=1
venv=.venv/bin/python
echo "backend: installing the locked packages (runtime, tests, linters)"
awk '/^[a-z0-9]/ { wanted = /^uv==/ } wanted' requirements.lock >.venv/uv.lock
if $venv -m pip install --quiet --no-deps --require-hashes -r .venv/uv.lock &&
    $venv -m uv pip install --python $venv --require-hashes -r requirements.lock; then
    $venv -m uv pip install --quiet --python $venv --no-deps --no-build-isolation -e .
else
    echo "backend: uv could not install them, trying pip (about a minute)"
    $venv -m pip install --require-hashes -r requirements.lock
    $venv -m pip install --quiet --no-deps --no-build-isolation -e .
fi
touch .venv/.installed
