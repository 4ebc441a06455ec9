/** The table of error and close codes, from contract/errors.json. */

/** @typedef {{ code: string, temporary: boolean, http_status: number, meaning: string }} ErrorRow */
/** @typedef {{ code: number, terminal: boolean, reason: string }} CloseRow */

/**
 * Returns the text of errors.ts.
 * @param {{ errors: ErrorRow[], close_codes: CloseRow[] }} table
 */
export function errorsFile({ errors, close_codes }) {
  const row = (/** @type {ErrorRow} */ error) =>
    `  ${error.code}: { temporary: ${error.temporary}, httpStatus: ${error.http_status}, meaning: ${JSON.stringify(error.meaning)} },`;
  const close = (/** @type {CloseRow} */ { code, terminal, reason }) =>
    `  ${code}: { terminal: ${terminal}, reason: ${JSON.stringify(reason)} },`;
  return [
    "// Generated from the contract; never edited by hand.\n",
    "/** Every coded error; `temporary` says that the same request may succeed later. */",
    `export const errorCodes = {\n${errors.map(row).join("\n")}\n} as const;`,
    "export type ErrorCode = keyof typeof errorCodes;\n",
    "/** Why the server closes a connection; a terminal one is not retried. */",
    `export const closeCodes = {\n${close_codes.map(close).join("\n")}\n} as const;\n`,
  ].join("\n");
}
