#!/bin/sh
# Succeed where a Node.js can build the front end: 20.19 or newer of 20, else 22.12 or newer.

if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "error: Node.js 20.19 or newer with npm is needed, found none;" \
        "install it from https://nodejs.org or your system's packages" >&2
    exit 1
fi
node -e '
const [major, minor] = process.versions.node.split(".").map(Number);
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
if (!fits) {
  console.error(
    `error: Node.js 20.19 or newer (of 22: 22.12) is needed, found ${process.versions.node}; ` +
      "install a newer one from https://nodejs.org",
  );
  process.exit(1);
}'
