"""Errors of the ontology.

    OntologyError
    ├── SchemaError      a schema file is wrong: mend the file
    ├── ThesaurusError   the thesaurus is wrong: mend the file
    ├── DivisionError    a row of a divisions file is wrong: mend the row
    └── RecordError      a record does not fit the schema: mend the code that made it
"""


class OntologyError(Exception):
    """The root of the errors raised by this package."""


class SchemaError(OntologyError):
    """A schema file breaks the rules of schema files."""


class ThesaurusError(OntologyError):
    """The thesaurus breaks the rules of SKOS or of this project."""


class DivisionError(OntologyError):
    """A row of an administrative divisions file is not understood."""


class RecordError(OntologyError):
    """A node or edge does not fit the schema."""
