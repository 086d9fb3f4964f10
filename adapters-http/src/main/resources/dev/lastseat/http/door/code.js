const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5n;
const SIGNED = "LS1.";
const NAME = 14;
const SIGNATURE = 103;
const SIGNATURE_BYTES = 64;

/** A code as it was scanned or typed: what the bundle of the API knows of it, and what was signed. */
export async function read(shown) {
  const text = shown.trim().toUpperCase();
  const signed = text.startsWith(SIGNED);
  const plain = signed
    ? text.slice(SIGNED.length)
    : text.replace(/[ -]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return {
    signed,
    text,
    id: await half(plain.slice(0, NAME)),
    half: await half(plain),
    revision: signed ? Number(number(plain.slice(NAME, NAME + 3))) : undefined,
    key: signed ? plain.slice(NAME + 3, NAME + 7) : undefined,
  };
}

/** Whether one of the keys signed it for a ticket of this event. */
export async function isSigned(code, event, keys) {
  const jwk = keys.find((key) => key.kid === code.key);
  if (!jwk) {
    return false;
  }
  const statement = new TextEncoder().encode(code.text.slice(0, -SIGNATURE) + "." + event);
  const hex = number(code.text.slice(-SIGNATURE)).toString(16).padStart(2 * SIGNATURE_BYTES, "0");
  const { kty, crv, x } = jwk;
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x }, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, bytes(hex), statement);
}

function number(text) {
  return [...text].reduce((sum, digit) => (sum << BITS) | BigInt(ALPHABET.indexOf(digit)), 0n);
}

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
}

/** The first 16 bytes of the SHA-256, in base64url. */
async function half(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const half = String.fromCharCode(...new Uint8Array(digest).slice(0, 16));
  return btoa(half).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
