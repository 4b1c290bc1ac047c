from .flow import FlowingStreamBlock
from .media import AudioBlock, GalleryBlock, ImageBlock, VideoBlock
from .sections import SectionBlock
from .text import (
    CalloutBlock,
    DividerBlock,
    EvidenceBlock,
    FaqBlock,
    PracticeBlock,
    QuoteBlock,
    SpecificationBlock,
    TableBlock,
)

__all__ = [
    "AudioBlock",
    "CalloutBlock",
    "DividerBlock",
    "EvidenceBlock",
    "FaqBlock",
    "FlowingStreamBlock",
    "GalleryBlock",
    "ImageBlock",
    "PracticeBlock",
    "QuoteBlock",
    "SectionBlock",
    "SpecificationBlock",
    "TableBlock",
    "VideoBlock",
]
