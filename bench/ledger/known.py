"""What is known of each data set beforehand: the checksum of its columns and the digests of its result."""

# SHA-256 of all columns (`dataset.checksum`); another value means that this numpy draws other numbers.
CHECKSUMS = {
    "S": "21ecfce2a056b291b1711513c04e0dde3d975948d98f6ff64a9f2c3a85793387",
    "M": "dc5cfcd93666be4f46bb439b249783859ccd6eb6bbeadec497c8457c8a1a2e52",
    "L": "0439ec7277601886cd4fe462e71335152ad21fff1d201dbde46f186b4a910164",
}

# (before, after the new activity); carried over from the reference measurements of the data set.
DIGESTS = {
    "S": ("e57f966033987117", "3d72febeb321d212"),
    "M": ("9c16d074ba124849", "df522c123eb28437"),
    "L": ("d701bb6ad557ab5e", "ddd5c68fb7fe129d"),
}


# Kinds of work whose line must carry a digest, whoever prints it; others end in no result of their own.
VERIFIED = ("raw-full", "full", "full-1", "start", "start-database", "delta", "delta-durable")


def digest_after(size, work):
    """The digest a kind of work must end with: before the new activity, or after it."""
    before, after = DIGESTS[size]
    return after if work.startswith("delta") else before
