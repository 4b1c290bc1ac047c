from .articles import ArticleAuthor, ArticlePage, ArticleProduct, ArticleTag, RelatedArticle
from .authors import Author
from .indexes import ArticleIndexPage, CategoryIndexPage, CategoryPage

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleProduct",
    "ArticleTag",
    "Author",
    "CategoryIndexPage",
    "CategoryPage",
    "RelatedArticle",
]
