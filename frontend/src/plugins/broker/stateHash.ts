/**
 * The state hash of an account: a sum of digests, so that a step costs what it changed.
 *
 * The server adds up the same (contract/state-hash.json has vectors of whole states): the SHA-256
 * of `kind:canonical JSON` of each order that is not final, each open position, each balance, and
 * the count and chain of the executions, modulo 2^256.
 */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonical } from "../ws/topic";

export type HashedKind = "order" | "position" | "balance" | "executions";

/** The chain of an account without executions. */
export const FIRST_CHAIN = "0".repeat(64);

const MODULUS = 1n << 256n;
const HEX_DIGITS = 64;

export class StateHash {
  private total = 0n;
  private readonly digests = new Map<string, bigint>();

  /** The sum as 64 hexadecimal digits. */
  get hex(): string {
    return this.total.toString(16).padStart(HEX_DIGITS, "0");
  }

  /** Replaces one member of the state. */
  put(kind: HashedKind, name: string, record: object): void {
    this.change(`${kind}:${name}`, digest(kind, record));
  }

  /** Takes one member out; nothing when it was none. */
  remove(kind: HashedKind, name: string): void {
    this.change(`${kind}:${name}`, undefined);
  }

  clear(): void {
    this.total = 0n;
    this.digests.clear();
  }

  private change(key: string, next: bigint | undefined): void {
    const old = this.digests.get(key) ?? 0n;
    this.total = (this.total - old + (next ?? 0n) + MODULUS) % MODULUS;
    if (next === undefined) this.digests.delete(key);
    else this.digests.set(key, next);
  }
}

/** The chain after one more execution, whose record has no chain of its own. */
export function chained(chain: string, execution: object): string {
  return hexOf(`${chain}${canonical(execution)}`);
}

function digest(kind: HashedKind, record: object): bigint {
  return BigInt(`0x${hexOf(`${kind}:${canonical(record)}`)}`);
}

function hexOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
