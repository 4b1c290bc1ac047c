from .pages import ProductCategoryPage, ShopPage
from .products import Badge, Merchant, Product, ProductImage, ProductTag

__all__ = ["Badge", "Merchant", "Product", "ProductCategoryPage", "ProductImage", "ProductTag", "ShopPage"]
