"""Draws every picture of the demonstration: articles, people, products and the site's marks.

It needs a Python environment of its own, apart from the site's:
`pip install -r home/demo/drawing/requirements.txt`, then `python -m home.demo.drawing [name ...]`.
The same code gives the same pictures, byte for byte, with the versions in that file.
"""
