"""An editor of section A, everything there is in section B, and every address of the admin between them."""
