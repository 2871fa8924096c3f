"""What everybody knows without a reading: persons of the first rank, whose land a place is, and how careers end."""

from __future__ import annotations

import re

_PERSONS = """George Washington|John Adams|Thomas Jefferson|James Madison|James Monroe|Alexander Hamilton|Benjamin Franklin|Abraham Lincoln
Ulysses Grant|William McKinley|Theodore Roosevelt|William Howard Taft|Woodrow Wilson|Calvin Coolidge|Herbert Hoover|Franklin Roosevelt
Franklin D. Roosevelt|Harry Truman|Harry S. Truman|Dwight Eisenhower|Dwight D. Eisenhower|John Kennedy|John F. Kennedy|Robert Kennedy
Lyndon Johnson|Lyndon B. Johnson|Richard Nixon|Gerald Ford|Jimmy Carter|Ronald Reagan|George Bush|George H.W. Bush|George W. Bush
Bill Clinton|Hillary Clinton|Barack Obama|Donald Trump|Joe Biden|Kamala Harris|Dean Rusk|Dean Acheson|Henry Kissinger|Robert McNamara
John Foster Dulles|Allen Dulles|George Marshall|George Kennan|Zbigniew Brzezinski|Madeleine Albright|Colin Powell|Condoleezza Rice
Donald Rumsfeld|Dick Cheney|John Kerry|Mike Pompeo|Antony Blinken|Marco Rubio|Winston Churchill|Neville Chamberlain|Clement Attlee
Anthony Eden|Harold Macmillan|Harold Wilson|Edward Heath|Margaret Thatcher|John Major|Tony Blair|Gordon Brown|David Cameron|Theresa May
Boris Johnson|Rishi Sunak|Keir Starmer|David Lloyd George|Ramsay MacDonald|Arthur Balfour|Georges Clemenceau|Aristide Briand|Jean Monnet
Robert Schuman|Philippe Pétain|Charles de Gaulle|Georges Pompidou|François Mitterrand|Jacques Chirac|Nicolas Sarkozy|François Hollande
Emmanuel Macron|Napoleon Bonaparte|Otto von Bismarck|Paul von Hindenburg|Gustav Stresemann|Adolf Hitler|Joseph Goebbels|Hermann Göring
Konrad Adenauer|Willy Brandt|Helmut Schmidt|Helmut Kohl|Gerhard Schröder|Angela Merkel|Olaf Scholz|Friedrich Merz|Benito Mussolini
Silvio Berlusconi|Giorgia Meloni|Francisco Franco|António Salazar|Karl Marx|Vladimir Lenin|Leon Trotsky|Joseph Stalin|Josef Stalin
Vyacheslav Molotov|Lavrentiy Beria|Nikita Khrushchev|Leonid Brezhnev|Alexei Kosygin|Andrei Gromyko|Yuri Andropov|Mikhail Gorbachev
Eduard Shevardnadze|Boris Yeltsin|Vladimir Putin|Dmitry Medvedev|Dmitri Medvedev|Sergei Lavrov|Sergey Lavrov|Sergei Shoigu|Sergey Shoigu
Yevgeny Primakov|Yevgeny Prigozhin|Alexei Navalny|Aleksandr Dugin|Alexander Dugin|Dmitry Peskov|Volodymyr Zelensky|Volodymyr Zelenskyy
Viktor Yanukovych|Petro Poroshenko|Alexander Lukashenko|Aleksandr Lukashenko|Mikheil Saakashvili|Josip Broz Tito|Slobodan Milošević
Lech Wałęsa|Viktor Orbán|Kemal Atatürk|Mustafa Kemal|Mustafa Kemal Atatürk|Recep Tayyip Erdoğan|Recep Tayyip Erdogan|Tayyip Erdoğan
Tayyip Erdogan|Chiang Kai-shek|Sun Yat-sen|Mao Zedong|Mao Tse-tung|Zhou Enlai|Deng Xiaoping|Jiang Zemin|Hu Jintao|Xi Jinping|Li Keqiang
Wang Yi|Kim Il-sung|Kim Jong-il|Kim Jong-un|Ho Chi Minh|Pol Pot|Shinzo Abe|Mahatma Gandhi|Jawaharlal Nehru|Indira Gandhi|Rajiv Gandhi
Narendra Modi|Muhammad Ali Jinnah|Zulfikar Ali Bhutto|Benazir Bhutto|Imran Khan|Lee Kuan Yew|Mahathir Mohamad|Ferdinand Marcos
Gamal Abdel Nasser|Anwar Sadat|Hosni Mubarak|Abdel Fattah al-Sisi|Muammar Gaddafi|Saddam Hussein|Hafez al-Assad|Bashar al-Assad
Yasser Arafat|David Ben-Gurion|Golda Meir|Moshe Dayan|Menachem Begin|Yitzhak Rabin|Shimon Peres|Ariel Sharon|Benjamin Netanyahu
Ruhollah Khomeini|Ali Khamenei|Mohammad Mossadegh|Mohammad Khatami|Mahmoud Ahmadinejad|Hassan Rouhani|Osama bin Laden|King Faisal
Mohammed bin Salman|Haile Selassie|Abiy Ahmed|Nelson Mandela|Cyril Ramaphosa|Robert Mugabe|Kwame Nkrumah|Julius Nyerere|Omar al-Bashir
Patrice Lumumba|Fidel Castro|Che Guevara|Augusto Pinochet|Salvador Allende|Juan Perón|Hugo Chávez|Lula da Silva|Jair Bolsonaro
Dag Hammarskjöld|Kofi Annan|Ban Ki-moon|António Guterres|Boutros Boutros-Ghali|Ursula von der Leyen|Jens Stoltenberg|Andrew Carnegie
John D. Rockefeller|Henry Ford|Elon Musk|Bill Gates|George Soros|Albert Einstein|John Maynard Keynes|Ferdinand de Lesseps
Michael Faraday|Thomas Edison|Alexander Graham Bell|Edwin Howard Armstrong|Edwin Armstrong|Isaac Newton|Charles Darwin|Adam Smith
Galileo Galilei|Johannes Gutenberg|Christopher Columbus|Louis Pasteur|Sigmund Freud|Florence Nightingale|James Watt|Guglielmo Marconi"""
FAMED_PERSONS = frozenset(_PERSONS.replace("\n", "|").split("|"))
"""Statesmen of great powers and others whose deeds everybody can tell: as answer or beside it they give the rest away."""
FAMED_COMPANIES = re.compile(
    r"\b(?:General (?:Motors|Electric)|Ford Motor|Boeing|Airbus|Microsoft|Google|Amazon|Apple|Toyota Motor|Royal Dutch Shell|Standard Oil|Deutsche Bank)\b"
)
POWERS = frozenset(
    [
        "United States",
        "Soviet Union",
        "Russia",
        "China",
        "United Kingdom",
        "France",
        "Germany",
        "Japan",
        "Ottoman Empire",
    ]
)
"""States that have been great powers: nobody takes a small state for one."""
LANDS = {
    "Greenland": "Denmark", "Faroe Islands": "Denmark", "Azores": "Portugal", "Angola": "Portugal", "Mozambique": "Portugal", "Macau": "China",
    "Hong Kong": "China", "Tibet": "China", "Xinjiang": "China", "Crimea": "Russia", "Chechnya": "Russia", "Siberia": "Russia",
    "Gibraltar": "Spain", "Catalonia": "Spain", "Kashmir": "India", "Golan": "Israel", "West Bank": "Israel", "Suez Canal": "Egypt",
    "Sinai": "Egypt", "Aswan": "Egypt", "Alaska": "United States", "Hawaii": "United States", "Guam": "United States", "Mississippi": "Spain",
    "Okinawa": "Japan", "Northern Ireland": "United Kingdom", "Scotland": "United Kingdom", "Falkland Islands": "United Kingdom", "Bosporus": "Turkey",
    "Anatolia": "Turkey", "Bavaria": "Germany", "Saar": "Germany", "Ruhr": "Germany", "Blue Nile": "Ethiopia", "Donbas": "Ukraine",
    "Rogun": "Tajikistan", "Nurek": "Tajikistan", "Toktogul": "Kyrgyzstan", "Kambarata": "Kyrgyzstan", "Fergana": "Uzbekistan", "Ferghana": "Uzbekistan",
    "Karakalpakstan": "Uzbekistan", "Karakum": "Turkmenistan",
}  # fmt: skip
"""Places with which everybody connects one state."""
CAREER = re.compile(
    r"\b(?:ouster|oust(?:ed|ing)|overthr\w+|toppled|deposed|succe(?:eded (?!in\b)|ssion|ssor)|resign\w*|abdicat\w+|assassinat\w+|murdered|killed|dead|died|"
    r"death|buried|born|exiled?|became (?:the )?(?:\w+ )?(?:leader|president|king|head|chairman)|(?:came|rose|return\w*) to power|seized power|"
    r"won (?:the |a )?[^,]*elections?|elected (?:as )?(?:the |its )?(?:\w+ )?president)\b"
)
"""How persons came to power, lost it and died stands in every handbook."""
