"""A made-up provider of payments: a page to pay on, refunds, and events that it sends until they are taken.

It believes everybody, and forgets all when it ends. GET / tells what it took and gave back.
"""

import html
import json
import os
import sys
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from threading import Thread
from urllib.parse import unquote
from urllib.request import Request, urlopen

from signatures import sign

INBOX = os.environ["LASTSEAT"] + "/api/v1/payments/events"
SECRET = os.environ["PROVIDER_SECRET"]
PAGE = """<!DOCTYPE html><html lang="en"><title>Pay</title><h1>Made-up payments</h1>
<form method="post"><button id="pay">Pay {amount} {currency}</button></form></html>"""

payments, events = {}, Queue()


def announce(kind, payment, **more):
    data = {key: payment[key] for key in ("reference", "amount", "currency")} | more
    events.put((str(uuid.uuid4()), json.dumps({"type": "payment." + kind, "data": data}).encode()))


def deliver():
    while True:
        event, body = events.get()
        while not is_taken(event, body):
            time.sleep(0.2)


def is_taken(event, body):
    seconds = int(time.time())
    headers = {
        "Content-Type": "application/json",
        "webhook-id": event,
        "webhook-timestamp": str(seconds),
        "webhook-signature": sign(SECRET, event, seconds, body),
    }
    try:
        with urlopen(Request(INBOX, body, headers), timeout=5):
            return True
    except OSError as failed:
        print(f"not taken yet: {failed}", file=sys.stderr)
        return False


class Provider(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/":
            self.answer(200, json.dumps(list(payments.values())))
        elif payment := self.payment():
            page = PAGE.format_map({key: html.escape(str(payment[key])) for key in payment})
            self.answer(200, page, "text/html; charset=utf-8")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/payments":
            payment = json.loads(body) | {"captured": False, "refunded": 0}
            payments.setdefault(payment["reference"], payment)
            self.answer(201, "{}")
        elif payment := self.payment():
            if self.path.startswith("/refunds/"):
                self.refund(payment)
            else:
                self.capture(payment)

    def payment(self):
        payment = payments.get(unquote(self.path.rpartition("/")[2]))
        if not payment:
            self.answer(404, "{}")
        return payment

    def capture(self, payment):
        if not payment["captured"]:
            payment["captured"] = True
            announce("captured", payment, purchase=payment["purchase"])
        self.answer(303, "", location=payment["returnTo"])

    def refund(self, payment):
        if payment["captured"] and not payment["refunded"]:
            payment["refunded"] = payment["amount"]
            announce("refunded", payment, refund="re-" + payment["reference"])
        self.answer(200, "{}")

    def answer(self, status, body, content_type="application/json", location=None):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body.encode())


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", int(sys.argv[1])), Provider)
    Thread(target=deliver, daemon=True).start()
    print(f"http://localhost:{server.server_port}", flush=True)
    server.serve_forever()
