"""Standard Webhooks 1.0 by hand; in earnest, use a library (https://www.standardwebhooks.com)."""

import base64
import hmac
import time

TOLERANCE = 5 * 60  # seconds


def sign(secret, event, seconds, body):
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signature = hmac.digest(key, f"{event}.{seconds}.".encode() + body, "sha256")
    return "v1," + base64.b64encode(signature).decode()


def is_signed(secret, headers, body):
    """Whether these bytes were signed by whoever knows the secret, not long ago."""
    seconds = headers.get("webhook-timestamp")
    wanted = sign(secret, headers.get("webhook-id"), seconds, body)
    signatures = headers.get("webhook-signature", "").split()
    found = any(hmac.compare_digest(wanted, one) for one in signatures)
    return found and abs(time.time() - int(seconds)) < TOLERANCE
