// Prints a JSON list of [file, line, name, body lines] for the functions of the TypeScript,
// JavaScript and Vue files named on the command line, for lint_sizes.py.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../frontend/package.json", import.meta.url));
const ts = require("typescript");
const sfc = require("vue/compiler-sfc");

function scriptOf(file) {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".vue")) return { text, above: 0 };
  const { script, scriptSetup } = sfc.parse(text).descriptor;
  const block = scriptSetup ?? script;
  return { text: block?.content ?? "", above: (block?.loc.start.line ?? 1) - 1 };
}

function* functionsIn(node) {
  if (ts.isFunctionLike(node) && node.body !== undefined && ts.isBlock(node.body)) yield node;
  const below = [];
  ts.forEachChild(node, (child) => void below.push(child));
  for (const child of below) yield* functionsIn(child);
}

// A describe block is a chapter of tests, its callback no function to be read at once.
function isChapter(node) {
  const call = node.parent;
  return ts.isCallExpression(call) && /^describe\b/.test(call.expression.getText());
}

function nameOf(node) {
  const named = node.name ?? node.parent?.name;
  return named === undefined ? "(anonymous)" : named.getText();
}

function* lengthsIn(file) {
  const { text, above } = scriptOf(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineAt = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  for (const node of functionsIn(source)) {
    const { statements } = node.body;
    if (isChapter(node) || statements.length === 0) continue;
    const first = lineAt(statements[0].getStart(source));
    const last = lineAt(statements[statements.length - 1].getEnd());
    yield [file, lineAt(node.getStart(source)) + above, nameOf(node), last - first + 1];
  }
}

const found = process.argv.slice(2).flatMap((file) => [...lengthsIn(file)]);
process.stdout.write(JSON.stringify(found));
