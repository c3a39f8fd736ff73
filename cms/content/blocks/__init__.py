"""The blocks that a body is written with: their shapes, and what each refuses."""

from cms.content.blocks.base import INLINE_FEATURES, TEXT_FEATURES
from cms.content.blocks.body import SectionBody, StandardBody, TopicBody

__all__ = ["INLINE_FEATURES", "TEXT_FEATURES", "SectionBody", "StandardBody", "TopicBody"]
