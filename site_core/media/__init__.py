"""Private media: a picture or document is private until something public uses it, and again when nothing does.

`usage` knows what is used; `states` brings pictures and documents into the state they should be in, and their files
to where they belong; `receivers` sees to it whenever something changes; `refresh_media` puts right what was missed.

Only renditions of public pictures lie in `pub/`, under an address that chance has drawn and that dies with the state.
Originals and all that is private never have an address that answers a reader.
"""
