"""The blocks that a body is written with: their shapes, and what each refuses."""

from cms.content.blocks.body import SectionBody, StandardBody, TopicBody
from cms.content.blocks.base import INLINE_FEATURES, TEXT_FEATURES

__all__ = ["INLINE_FEATURES", "TEXT_FEATURES", "SectionBody", "StandardBody", "TopicBody"]
