"""The command line: each command is one method of `kg.KnowledgeGraph`.

Exit codes: 0 all went well; 1 something could not be read, found or written (the rest was done);
2 the command was not understood.
"""

from kg.cli.commands import app, main

__all__ = ["app", "main"]
