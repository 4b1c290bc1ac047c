"""The demo: a magazine written and drawn for this project, in files that `seed_demo` loads.

`articles/`, `pages/` and the `.toml` files beside them hold the words, `pictures/` the pictures that
`drawing/` draws, `sounds/` a sound.
"""
