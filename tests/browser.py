"""A real Chromium without a window, driven over its debugging pipe: nothing is fetched, nothing listens."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
PATIENCE = 60.0
"""Seconds after which a browser that says nothing counts as stuck."""

LOADED = "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))"

_RELAY = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); "
    "os.execvp(sys.argv[3], sys.argv[3:])"
)

Json = dict[str, Any]


def installed() -> str | None:
    """The browser to use; None where none can be driven."""
    if sys.platform == "win32":
        return None
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@dataclass
class Browser:
    """A running browser with one tab. `requested` are the addresses that the page asked for."""

    write: int
    read: int
    session: str = ""
    last: int = 0
    buffer: bytes = b""
    requested: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def send(self, method: str, **params: object) -> Json:
        """The result of a command of the DevTools protocol."""
        self.last += 1
        message: Json = {"id": self.last, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            found = self._message()
            if found.get("id") == self.last:
                assert "error" not in found, found["error"]
                result: Json = found["result"]
                return result

    def open(self, page: Path, *, width: int = 1280, dark: bool = False) -> None:
        """Load a file, drawn so wide, in the light or the dark scheme."""
        self.requested.clear()
        self.complaints.clear()
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])
        self.send("Page.navigate", url=page.as_uri())
        self.run(LOADED)

    def run(self, script: str) -> Any:
        """The value of an expression in the page, awaited."""
        found = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def picture(self, file: Path) -> None:
        """The whole page as PNG."""
        shot = self.send("Page.captureScreenshot", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(shot["data"]))

    def printed(self) -> bytes:
        """The page as PDF, A4."""
        found = self.send("Page.printToPDF", paperWidth=8.27, paperHeight=11.69, printBackground=True)
        return base64.b64decode(found["data"])

    def _message(self) -> Json:
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.read], [], [], PATIENCE)
            assert ready, "the browser says nothing"
            more = os.read(self.read, 1 << 20)
            assert more, "the browser has gone"
            self.buffer += more
        text, _, self.buffer = self.buffer.partition(b"\0")
        message: Json = json.loads(text)
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requested.append(message["params"]["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(message["params"]["entry"]["text"])
        return message


@contextmanager
def browsing(program: str) -> Iterator[Browser]:
    """A fresh browser, ended afterwards."""
    to_child, write = os.pipe()
    read, from_child = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        command = [program, *FLAGS, *root, f"--user-data-dir={profile}", "about:blank"]
        # The browser reads at descriptor 3 and writes at 4. A shell could not put the pipes there: dash knows
        # no descriptor above 9.
        relay = [sys.executable, "-c", _RELAY, str(to_child), str(from_child), *command]
        child = subprocess.Popen(relay, pass_fds=(to_child, from_child), stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        try:
            browser = Browser(write, read)
            target = browser.send("Target.createTarget", url="about:blank")["targetId"]
            attached = browser.send("Target.attachToTarget", targetId=target, flatten=True)
            browser.session = attached["sessionId"]
            for domain in ("Page", "Runtime", "Network", "Log"):
                browser.send(f"{domain}.enable")
            yield browser
        finally:
            child.terminate()
            child.wait(timeout=PATIENCE)
            os.close(write)
            os.close(read)
