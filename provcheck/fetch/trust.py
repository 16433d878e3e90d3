"""Whose certificates are believed."""

import os
import ssl
from collections.abc import Mapping
from pathlib import Path

import certifi

from provcheck.errors import SettingsError


def tls_context(
    authorities: Path | None, environment: Mapping[str, str] = os.environ
) -> ssl.SSLContext:
    """Return the terms on which TLS is spoken: TLS 1.2 or later, certificate and name verified.

    Believed are the authorities that come with certifi, beside them those in the PEM file
    `authorities`, and those in the file that SSL_CERT_FILE names, if it is set: a newsroom behind
    an inspecting gateway sets it for all its programs. No other variable is read (SSLKEYLOGFILE,
    which would give the keys away, is not). Raises SettingsError naming the file and the remedy.
    """
    # Not ssl.create_default_context: it reads SSLKEYLOGFILE, and its flags vary with the Python.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(certifi.where())
    if authorities is not None:
        _believe(context, authorities, "--cacert")
    if environment.get("SSL_CERT_FILE"):
        _believe(context, Path(environment["SSL_CERT_FILE"]), "SSL_CERT_FILE")
    return context


def _believe(context: ssl.SSLContext, file: Path, named_by: str) -> None:
    try:
        context.load_verify_locations(cafile=file)
    except ssl.SSLError:
        why = "holds no certificates in PEM form, or broken ones; give a file of certificates"
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a file name"
        why = f"cannot be read ({reason}); check its name and permissions"
    else:
        return
    message = f"{file} ({named_by}): {why}"
    raise SettingsError(message)
