"""The version of the program, told in reports, records and to the servers that it asks."""

VERSION = "0.1.0"
