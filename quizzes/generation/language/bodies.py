"""Words that names of bodies are made of, by the part they play, so that a wrong expansion still sounds like a name."""

from __future__ import annotations

from .words import bag

HEADS = bag(
    """Agency Alliance Assembly Association Authority Board Bureau Centre Coalition Commission Committee Commonwealth
    Community Confederation Conference Congress Cooperation Corporation Council Council Department Directorate Federation
    Foundation Forum Front Fund Group Initiative Institute League Ministry Mission Movement Network Office Organization
    Pact Partnership Party Programme Project Secretariat Service Society Summit Treaty Union Bank Bloc
    Administration Group Division Executive Federation"""
)
"""What a body can be."""
ADJECTIVES = bag(
    """Autonomous Bilateral Central Civil
    Collective Common Comprehensive Constitutional Continental Cooperative Cultural Democratic Economic Eastern
    Federal Financial Foreign General Global Independent Industrial Integrated Interim Internal
    International Joint Legal Liberal Local Military Multilateral Mutual National New Northern
    Nuclear Open Permanent Political Popular Public Progressive Regional Republican Scientific
    Social Sovereign Special Strategic Supreme Technical Territorial Transatlantic Transitional Unified United
    Universal Western"""
)
"""What such a body can be like."""
TOPICS = bag(
    """Action Aid Arms Assistance Border Business Commerce Cooperation Co-operation Co-ordination Coordination Culture Customs Defence
    Development Diplomacy Disarmament Economy Education Energy Environment Equality Exchange Finance Freedom Friendship Governance
    Growth Health Industry Information Integration Intelligence Investment Justice Law Mediation Migration Monitoring
    Nations Peace Peoples Policy Power Protection Reconstruction Reconciliation Reform Refugees Relations
    Relief Research Rights Safety Science Security Stability Standards States Statistics Strategy Studies Supervision Support Systems
    Technology Territories Trade Training Transport Treaty Unity Republics Regions Societies  """
)
"""What it can deal with, or whom it can join."""
OTHER_ADJECTIVES = bag(
    "Islamic Arab Soviet Socialist Royal Oriental Muslim Christian Serbian Turkish Russian British French German Chinese Indian"
)
"""Adjectives that another may replace, but that would not sound right in the place of another."""
CLASSES = (HEADS, ADJECTIVES | OTHER_ADJECTIVES, TOPICS)
