"""50 MB on one line: read to the limit, kept whole, in less than 500 MB of memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

CODE = """
import resource, sys
from incumbent.cli import main
sys.argv = ["incumbent", "read", sys.argv[1], "--json", "--lang", "en"]
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def test_fifty_megabytes_of_one_line(tmp_path: Path) -> None:
    sentence = "The wind blew over the harbour of Norvale and nobody said a word about it that day. "
    path = tmp_path / "line.txt"
    path.write_text(sentence * (50_000_000 // len(sentence)))
    process = subprocess.run([sys.executable, "-c", CODE, str(path)], capture_output=True, check=False)
    assert process.returncode == 0, process.stderr.decode()
    answer = json.loads(process.stdout)
    assert answer["claims"] == []
    assert "first 2,000,000 of" in answer["warnings"][0]
    # ru_maxrss is in KiB on Linux and in bytes on macOS.
    peak = int(process.stderr.split()[-1]) / (1024 if sys.platform != "darwin" else 1024 * 1024)
    assert peak < 500
