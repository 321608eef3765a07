"""What a person looks at: cards, dossiers, pages and lines of JSON."""

from kg.show.answers import Answer
from kg.show.choice import Choice, narrowed
from kg.show.site import single_story, site
from kg.show.subject import Subject

__all__ = ["Answer", "Choice", "Subject", "narrowed", "single_story", "site"]
