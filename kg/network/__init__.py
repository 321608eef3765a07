"""From knowledge to NetworkX: who claims what about whom, as graphs that can be measured."""

from kg.network.atlas import atlas
from kg.network.build import build
from kg.network.opposition import axis
from kg.network.picture import picture, pictures

__all__ = ["atlas", "axis", "build", "picture", "pictures"]
