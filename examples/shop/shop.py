"""A shop of one page, which sells the tickets of one event (see README.md).

What is held here is paid at the provider, which tells Lastseat, which tells the shop by webhook what became
of the money. Amounts are handed on and never calculated with.
"""

import html
import json
import os
import sys
import time
import uuid
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import parse_qs, quote
from urllib.request import Request, urlopen

from signatures import is_signed

API = os.environ["LASTSEAT"] + "/api/v1"
KEY, EVENT, PROVIDER = (os.environ[name] for name in ("LASTSEAT_KEY", "EVENT", "PROVIDER"))
PAGE = (Path(__file__).parent / "shop.html").read_text()
KINDS = ["payment.paid", "payment.refund_due", "payment.refunded"]
TRIES = 3

money = {}  # what became of it, by the booking that it was asked for


class Refused(Exception):
    pass


def send(url, token="", body=None, **headers):
    """What nobody answers is sent again, which is safe: one Idempotency-Key is one hold."""
    data = None if body is None else json.dumps(body).encode()
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}
    for attempt in range(TRIES):
        try:
            request = Request(url, data, headers | {"Content-Type": "application/json"})
            with urlopen(request, timeout=5) as answer:
                return answer.read(), answer.headers
        except HTTPError as refused:
            if refused.code < 500:
                raise Refused(json.load(refused)["message"]) from refused
        except OSError:
            pass
        time.sleep(0.1 * 2**attempt)
    raise ConnectionError


def ask(path, token="", body=None, **headers):
    """What Lastseat has to say."""
    return json.loads(send(API + path, token, body, **headers)[0])["data"]


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        self.handle_errors(self.tickets if self.path.startswith("/tickets/") else self.show)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.handle_errors(lambda: self.told(body) if self.path == "/hooks" else self.buy(body))

    def handle_errors(self, step):
        try:
            step()
        except Refused as refused:
            self.page(409, message=str(refused))
        except ConnectionError:
            self.page(503, message="Tickets are out of reach for a moment. What you paid is safe.")

    def token(self):
        cookie = SimpleCookie(self.headers.get("Cookie", "")).get("token")
        return cookie.value if cookie else ""

    def ask(self, path, token="", body=None, **headers):
        """For whoever is at this end, so that Lastseat limits each buyer and not the shop."""
        return ask(path, token, body, X_Forwarded_For=self.client_address[0], **headers)

    def show(self):
        event, token = self.ask(f"/events/{EVENT}"), self.token()
        mine = self.ask(f"/bookings?eventId={EVENT}", token) if token else []
        waiting = any(money.get(one["id"]) in ("asked", "refund_due") for one in mine)
        self.page(200, event["name"], "".join(map(self.line, mine)), waiting=waiting)

    @staticmethod
    def line(booking):
        said = f"Tickets: {booking['quantity']}, {booking['status']}"
        if booking["id"] in money:
            said += ", money: " + money[booking["id"]]
        if booking["status"] == "confirmed":
            said += f' <a href="/tickets/{booking["id"]}">print</a>'
        return f"<li>{said}</li>"

    def buy(self, body):
        form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        account = {"email": form["email"], "password": form["password"]}
        self.ask("/auth/register", body=account | {"name": "A visitor"})
        token = self.ask("/auth/login", body=account)["accessToken"]
        hold = {"eventId": EVENT, "quantity": int(form["quantity"]), "hold": True}
        booking = self.ask("/bookings", token, hold, Idempotency_Key=form["key"])
        payment = {"reference": booking["id"], "purchase": "booking:" + booking["id"]}
        payment |= {"amount": booking["totalPrice"], "currency": booking["currency"]}
        money.setdefault(booking["id"], "asked")
        send(PROVIDER + "/payments", body=payment | {"returnTo": f"http://{self.headers['Host']}/"})
        cookie = f"token={token}; HttpOnly; SameSite=Lax"
        self.answer(303, Location=f"{PROVIDER}/pay/{booking['id']}", Set_Cookie=cookie)

    def tickets(self):
        booking = quote(self.path.rpartition("/")[2])
        page, headers = send(f"{API}/bookings/{booking}/tickets.html", self.token())
        kept = ("Content-Type", "Content-Security-Policy", "Cache-Control")
        self.answer(200, page, **{name: headers[name] for name in kept})

    def told(self, body):
        """Answers when it is done, so that what fails comes again. Messages come in any order."""
        if not is_signed(secret, self.headers, body):
            return self.answer(401)
        message = json.loads(body)
        kind, payment = message["type"].removeprefix("payment."), message["data"]["id"]
        booking = payment.partition(":")[2]
        if booking in money and money[booking] != "refunded":
            money[booking] = kind
            if kind == "refund_due":
                send(f"{PROVIDER}/refunds/{booking}", body={})
        return self.answer(204)

    def page(self, status, title="Tickets", lines="", message="", waiting=False):
        refresh = '<meta http-equiv="refresh" content="1">' if waiting or status == 503 else ""
        words = {"title": html.escape(title), "message": html.escape(message), "lines": lines}
        page = PAGE.format_map(words | {"refresh": refresh, "key": uuid.uuid4()})
        self.answer(status, page.encode(), Content_Type="text/html; charset=utf-8")

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", int(sys.argv[1])), Shop)
    origin = f"http://localhost:{server.server_port}"
    secret = ask("/webhooks", KEY, {"url": origin + "/hooks", "kinds": KINDS})["secret"]
    print(origin, flush=True)
    server.serve_forever()
