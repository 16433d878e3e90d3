"""What lies in the folder of a store, by name; anything else there is a stray."""

IGNORE = ".gitignore"  # holds `*`: what a store keeps is evidence, not source
IGNORED = b"*\n"
LOCK = "lock"
OBJECTS = "objects"
DATABASE = "ledger.sqlite"
LOG, SHARED = f"{DATABASE}-wal", f"{DATABASE}-shm"  # SQLite's own
JOURNAL = "ledger.jsonl"
SEAL = "ledger.seal"
DAMAGED = "damaged"  # what a repair took out of use, a folder a repair
TEMPORARY = "tmp-"  # how the names of unfinished files begin

LEDGER = (JOURNAL, DATABASE, LOG, SHARED)
# The index is made from the objects at any time; verify leaves it to those who made it.
KNOWN = frozenset({IGNORE, LOCK, OBJECTS, DAMAGED, SEAL, *LEDGER})
OTHERS = ("index.sqlite", "timestamps")  # how the names of what other parts keep there begin
