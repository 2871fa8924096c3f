"""The demo's cast: one teaches, one is for trying things out, and a class of 24 that reads each in their own way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    family: str
    username: str
    diligence: float = 0.8
    """The share of a reading that the person gets through, about."""
    skill: float = 0.7
    """How often an answer is right."""
    delay: float = 2.0
    """Days behind the class's calendar."""
    stopped: float = 0.0
    """Days since the person was last seen; 0 for somebody still active."""


TEACHER = Person("Nino", "Kvirikashvili", "instructor")
STUDENT = Person("Robin", "Ashworth", "student", diligence=0.5, skill=0.75, delay=1)

CLASS = (
    Person("Ani", "Petrosyan", "ani.petrosyan", 1.0, 0.92, 0.5),
    Person("Leyla", "Rzayeva", "leyla.rzayeva", 1.0, 0.95, 1),
    Person("Giorgi", "Beridze", "giorgi.beridze", 0.95, 0.8, 2),
    Person("Aiko", "Tanaka", "aiko.tanaka", 1.0, 0.9, 0),
    Person("Mateus", "Oliveira", "mateus.oliveira", 0.7, 0.65, 4),
    Person("Ingrid", "Solberg", "ingrid.solberg", 0.9, 0.85, 1),
    Person("Kwame", "Mensah", "kwame.mensah", 0.85, 0.75, 3),
    Person("Fatima Zahra", "Benali", "fatima.benali", 0.95, 0.88, 2),
    Person("Liam", "O’Connor", "liam.oconnor", 0.35, 0.45, 8),
    Person("Chiara", "Ricci", "chiara.ricci", 0.8, 0.7, 3),
    Person("Tomasz", "Nowak", "tomasz.nowak", 0.6, 0.55, 5, stopped=17),
    Person("Noor", "Haddad", "noor.haddad", 0.9, 0.8, 2),
    Person("Priya", "Raman", "priya.raman", 1.0, 0.97, 0.5),
    Person("Wei", "Chen", "wei.chen", 0.75, 0.8, 4),
    Person("Sofía", "Herrera", "sofia.herrera", 0.85, 0.6, 3),
    Person("Oleksandra", "Bondar", "oleksandra.bondar", 0.9, 0.9, 1),
    Person("Dmitri", "Sokolov", "dmitri.sokolov", 0.65, 0.7, 6),
    Person("Mehmet", "Yıldız", "mehmet.yildiz", 0.8, 0.72, 2),
    Person("Hana", "Novotná", "hana.novotna", 0.95, 0.83, 1),
    Person("Jonas", "Weber", "jonas.weber", 0.5, 0.35, 5),
    Person("Amara", "Okafor", "amara.okafor", 0.88, 0.86, 2),
    Person("Minh", "Trần", "minh.tran", 0.7, 0.78, 3),
    Person("Camille", "Dubois", "camille.dubois", 0.25, 0.5, 3, stopped=24),
    Person("Tala", "Keawe", "tala.keawe", 0.0, 0.5, 0),
)
