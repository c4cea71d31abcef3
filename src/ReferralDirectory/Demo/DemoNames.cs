using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>Names of invented people, and the small differences with which lists write one name.</summary>
internal static class DemoNames
{
    private static readonly string[] Women = ("Abigail Aisha Alice Amara Amelia Ana Anita Bianca Brianna Camila Carla Carmen Chloe Clara Daniela Deborah Elena Eleanor "
        + "Elizabeth Emily Esther Fatima Fiona Grace Hannah Ingrid Isabel Jasmine Jennifer Joanna Josephine Julia Karen Katherine Keiko Laila Laura Leah Linda Lucía "
        + "Mai Margaret María Maya Mei Michelle Miriam Monica Nadia Naomi Natalie Nicole Noor Olivia Patricia Priya Rachel Rebecca Renée Rosa Ruth Samantha Sarah "
        + "Shanice Sofía Stella Susan Tamika Teresa Valentina Vanessa Victoria Wendy Ximena Yuki Zoë").Split(' ');

    private static readonly string[] Men = ("Aaron Ahmed Alejandro André Anthony Benjamin Carlos Christopher Daniel David Diego Edward Elijah Ethan Francisco Gabriel "
        + "George Hiroshi Isaac Jamal James Javier Jesús John Jonathan José Joseph Joshua Kenji Kwame Liam Luis Malik Marcus Mateo Michael Miguel Nathan Noah Omar "
        + "Oscar Patrick Paul Peter Rafael Ramón Richard Robert Samuel Sergio Stephen Thomas Tyrone Víctor Walter William Xavier Yusuf Zachary").Split(' ');

    private static readonly string[] Families = ("Abbott Abrams Acosta Adeyemi Aguilar Ahmadi Albright Alvarez Anders Arroyo Ashby Bailey Banerjee Barlow Barrett "
        + "Becker Beltrán Bennett Bergström Bianchi Blackwell Bowen Brandt Briggs Burke Calderón Callahan Cárdenas Carver Castillo Chandler Chaudhry Chavez Cheung "
        + "Chowdhury Clarke Coleman Conway Cordero Crawford Cruz Dalton Danvers Delgado Desai Donnelly Dubois Eastman Eriksen Escobar Estrada Farrell Ferreira "
        + "Fitzgerald Flores Fontaine Fraser Fuentes Fukuda Gallagher García Gauthier Gómez Granger Greenberg Gupta Gutiérrez Hale Hamidi Hansen Harlow Hartman "
        + "Hassan Hayes Hendricks Hernández Hoang Hoffman Holloway Huang Ibarra Ibrahim Ishikawa Ito Jankowski Jensen Juárez Kapoor Kaufman Keller Kim Kowalski "
        + "Larsen Lavoie Lindqvist Lozano Lund MacLeod Maldonado Marsh Martínez Mbeki McAllister Mendoza Mercer Molina Moreau Morita Muñoz Nakamura Navarro Nguyen "
        + "Nielsen Núñez Oakley O'Brien O'Connor Okafor Okonkwo Olsen Ortiz Osborne Pacheco Park Patel Pellegrini Peña Pereira Petrov Pham Quinn Quintero Ramírez "
        + "Rao Redmond Reyes Rinaldi Rojas Romero Rosenberg Rossi Ruiz Salazar Sandoval Santos Sato Schaefer Schmidt Serrano Sharma Sheridan Silva Singh Solís "
        + "Sorensen Sullivan Suzuki Tanaka Thornton Torres Tran Underhill Valdez Vance Vargas Vasquez Velasco Vogel Wakefield Walsh Wang Watanabe Weaver Whitaker "
        + "Wójcik Wong Yamamoto Yang Yilmaz Zamora Zhang Zimmerman").Split(' ');

    // What each list's clerk makes of a given name; every short form is one that NameComparison knows.
    private static readonly FrozenDictionary<string, string> ShortForms = (
        "Anthony Tony,Benjamin Ben,Christopher Chris,Daniel Dan,Deborah Debbie,Edward Ed,Elizabeth Liz,Francisco Paco,Jennifer Jen,Joseph Joe,José Pepe,"
        + "Katherine Kate,Margaret Peggy,Michael Mike,Patricia Pat,Richard Rick,Robert Bob,Stephen Steve,Susan Sue,Teresa Tess,Thomas Tom,William Bill")
        .Split(',').Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static PersonName Choose(Gender gender, Chance chance)
    {
        var given = gender == Gender.Male || (gender == Gender.Other && chance.Percent(50)) ? Men : Women;
        var middle = chance.Percent(35) ? chance.Of(given) : null;
        return new PersonName(chance.Of(given), chance.Of(Families), middle);
    }

    /// <summary>The same name as another list may write it.</summary>
    public static PersonName Respell(PersonName name, Chance chance) => chance.Below(10) switch
    {
        0 => name with { Given = ShortForms.GetValueOrDefault(name.Given, name.Given), Middle = null },
        1 => new PersonName(name.Given.ToUpperInvariant(), name.Family.ToUpperInvariant(), name.Middle?.ToUpperInvariant()),
        2 => new PersonName(FoldedText.WithoutAccents(name.Given), FoldedText.WithoutAccents(name.Family)),
        3 => name with { Middle = name.Middle is null ? null : $"{name.Middle[0]}." },
        4 => name with { Given = $"{name.Given[0]}." },
        _ => name,
    };
}
