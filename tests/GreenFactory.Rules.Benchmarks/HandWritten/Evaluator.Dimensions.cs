using static GreenFactory.Rules.Speed.HandWritten.Answers;

namespace GreenFactory.Rules.Speed.HandWritten;

internal static partial class Evaluator
{
    private static Answer Gates(FactoryRecord f, Span<Row> rows)
    {
        var sheet = new Sheet(rows);
        sheet.Gate(f.ComplianceLawfulConduct); // g1-conduct
        sheet.Gate(f.ComplianceFoundedLawfully); // g1-founding
        sheet.Gate(All(f.AccidentsEnvironmentLarger.Is(0m), f.AccidentsEnvironmentMajor.Is(0m), f.AccidentsEnvironmentGravest.Is(0m))); // g2-environment
        sheet.Gate(All(f.AccidentsQualityLarger.Is(0m), f.AccidentsQualityMajor.Is(0m), f.AccidentsQualityGravest.Is(0m))); // g2-quality
        sheet.Gate(All(f.AccidentsSafetyLarger.Is(0m), f.AccidentsSafetyMajor.Is(0m), f.AccidentsSafetyGravest.Is(0m))); // g2-safety
        sheet.Gate(f.CompliancePromisesKept); // g3
        sheet.Gate(f.ManagementLeadership); // g4
        sheet.Gate(f.ManagementDutiesAssigned); // g5
        sheet.Gate(f.ManagementGreenFactoryBody); // g6-body
        sheet.Gate(f.ManagementTargetResponsibility); // g6-responsibility
        sheet.Gate(f.ManagementPlan); // g7-plan
        sheet.Gate(f.ManagementAnnualTargets); // g7-targets
        sheet.Gate(f.ManagementTraining); // g8
        return sheet.Required;
    }

    private static Mark Infrastructure(FactoryRecord f, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);

        // Buildings
        sheet.Mandatory(8m, f.InfrastructureBuildingsLawful); // 1.1.1
        sheet.Mandatory(6m, Given(f.InfrastructureNewOrAlteredBuildings, All(f.InfrastructureEnergyReviewKept, f.InfrastructureThreeSimultaneitiesKept, f.InfrastructureLandIndexKept))); // 1.1.2
        sheet.Mandatory(3m, f.InfrastructureIndoorPollutantsWithinLimits); // 1.1.3
        sheet.Mandatory(3.91m, Given(f.InfrastructureDangerousRoomsPresent, f.InfrastructureDangerousRoomsApart)); // 1.1.4
        sheet.Fraction(3.33m, f.InfrastructureBuildingMaterials); // 1.1.5
        sheet.Optional(3.33m, f.InfrastructureFinishingMaterialsConform); // 1.1.6
        sheet.Fraction(3.33m, f.InfrastructureLowResourceStructure); // 1.1.7
        sheet.Fraction(3.33m, f.InfrastructureShadedWalkways); // 1.1.8
        sheet.Fraction(3.33m, f.InfrastructureGreening); // 1.1.9
        sheet.Optional(3.33m, Percent(f.InfrastructurePermeableShare, f.InfrastructurePermeableArea, f.InfrastructureOutdoorArea).AtLeast(30m)); // 1.1.10
        sheet.Optional(3.33m, Percent(f.InfrastructureBuildingRenewableShare, f.InfrastructureBuildingRenewableEnergy, f.InfrastructureBuildingEnergy).Above(10m)); // 1.1.11
        sheet.Optional(3.33m, f.InfrastructureWaterFittingsSaving.AtLeast(10m)); // 1.1.12
        sheet.Optional(3.33m, Given(f.InfrastructureMultiStoreyFeasible, f.InfrastructureMultiStoreyWorkshop)); // 1.1.13

        // Lighting
        sheet.Mandatory(3.91m, All(f.LightingDaylightUsed, f.LightingArtificialLightConforms)); // 1.2.1
        sheet.Mandatory(3.91m, f.LightingGradedDesign); // 1.2.2
        sheet.Mandatory(3.91m, f.LightingSharedAreasControlled); // 1.2.3
        sheet.Optional(3.33m, Percent(f.LightingEnergySavingShare, f.LightingLampsEnergySaving, f.LightingLampsTotal).AtLeast(50m)); // 1.2.4

        // Equipment
        sheet.Mandatory(3.91m, All(f.EquipmentEntryRulesMet, f.EquipmentSpecialEquipmentSaves)); // 1.3.1
        sheet.Mandatory(3.91m, f.EquipmentEfficiencyLimitsMet); // 1.3.2
        sheet.Mandatory(3.91m, f.EquipmentObsoleteOverdue.Is(0m)); // 1.3.3
        sheet.Mandatory(3.91m, f.EquipmentEconomicOperation); // 1.3.4
        sheet.Fraction(3.33m, f.EquipmentSavingModels); // 1.3.5
        sheet.Mandatory(3.91m, All(f.MeteringEnergyMetersFitted, f.MeteringWaterMetersFitted)); // 1.3.6
        sheet.Mandatory(3.91m, f.MeteringByType); // 1.3.7
        SeparateUses(f, ref sheet); // 1.3.8
        sheet.Mandatory(3.9m, Given(f.EquipmentTreatmentNeeded, All(f.EquipmentTreatmentCapacitySufficient, f.EquipmentTreatmentEnergyConforms))); // 1.3.9
        return sheet.Close(0.2m, ref total);
    }

    private static void SeparateUses(FactoryRecord f, ref Sheet sheet)
    {
        const decimal Points = 3.37m;
        var present = f.MeteringSeparateUsesPresent.Above(0m);
        if (present == Answer.Yes)
        {
            sheet.Scale(Points, Share.Rising(Amount.Quotient(f.MeteringSeparateUsesMetered, f.MeteringSeparateUsesPresent, 100m), leading: 100m, baseline: 0m));
        }
        else
        {
            sheet.Optional(Points, Given(present, Answer.Yes));
        }
    }

    private static Mark ManagementSystem(FactoryRecord f, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);
        sheet.Mandatory(15m, f.ManagementQualitySystem); // 2.1.1
        sheet.Optional(8m, f.ManagementQualityCertified); // 2.1.2
        sheet.Mandatory(15m, f.ManagementOhsSystem); // 2.1.3
        sheet.Optional(8m, f.ManagementOhsCertified); // 2.1.4
        sheet.Mandatory(15m, f.ManagementEnvironmentSystem); // 2.2.1
        sheet.Optional(8m, f.ManagementEnvironmentCertified); // 2.2.2
        sheet.Mandatory(15m, f.ManagementEnergySystem); // 2.3.1
        sheet.Optional(8m, f.ManagementEnergyCertified); // 2.3.2
        sheet.Optional(8m, f.ManagementSocialResponsibilityReport); // 2.4.1
        return sheet.Close(0.15m, ref total);
    }

    private static Mark EnergyResourceInput(FactoryRecord f, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);

        // Energy input
        sheet.Mandatory(10m, All(f.EnergyInputMixOptimised, f.EnergyInputReduced)); // 3.1.1
        sheet.Optional(5m, f.EnergyInputManagementCentre); // 3.1.2
        sheet.Optional(5m, Any(f.EnergyInputPvPlant, f.EnergyInputSmartMicrogrid)); // 3.1.3
        sheet.Fraction(5m, f.EnergyInputCleanEnergy); // 3.1.4
        sheet.Fraction(5m, f.EnergyInputRenewablesAndWasteHeat); // 3.1.5

        // Resource input
        sheet.Mandatory(10m, All(f.ResourceInputWaterSavingAssessed, f.ResourceInputWaterSavingMet)); // 3.2.1
        sheet.Mandatory(10m, All(f.ResourceInputMaterialsReduced, f.ResourceInputSubstitutionAssessed)); // 3.2.2
        sheet.Mandatory(10m, f.ResourceInputMaterialSavingAssessed); // 3.2.3
        sheet.Fraction(5m, f.ResourceInputRecycledMaterials); // 3.2.4
        sheet.Fraction(5m, f.ResourceInputHighGwpGasesUsed, f.ResourceInputHighGwpGasesReplaced); // 3.2.5

        // Purchasing
        sheet.Mandatory(10m, f.ProcurementEnvironmentalSupplierCriteria); // 3.3.1
        sheet.Mandatory(10m, f.ProcurementIncomingInspection); // 3.3.2
        sheet.Fraction(5m, f.ProcurementEnvironmentalInformation); // 3.3.3
        sheet.Fraction(5m, f.ProcurementGreenSupplyChain); // 3.3.4
        return sheet.Close(0.15m, ref total);
    }

    private static Mark Product(FactoryRecord f, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);

        // Eco-design
        sheet.Mandatory(20m, f.EcodesignIntroduced); // 4.1.1
        sheet.Optional(4m, f.EcodesignFollowsGuideline); // 4.1.2
        sheet.Optional(4m, f.EcodesignProductConforms); // 4.1.3

        // Hazardous substances
        sheet.Mandatory(20m, All(f.HazardousReduced, f.HazardousLeaksAvoided, f.HazardousLimitsMet)); // 4.2.1
        sheet.Fraction(4m, f.HazardousSubstancesUsed, f.HazardousSubstituted); // 4.2.2

        // Energy of the product
        sheet.Mandatory(20m, Given(f.ProductEnergyEnergyRelated, Choose(f.ProductEnergyStandardExists, f.ProductEnergyLimitMet, f.ProductEnergyIndustryMeanReached))); // 4.3.1
        sheet.Optional(4m, Given(f.ProductEnergyEnergyRelated, Choose(f.ProductEnergyStandardExists, f.ProductEnergyAdvancedMet, f.ProductEnergyIndustryLeading))); // 4.3.2

        // Carbon footprint
        sheet.Optional(4m, f.FootprintCalculated); // 4.4.1
        sheet.Optional(4m, f.FootprintPublished); // 4.4.2
        sheet.Fraction(4m, f.FootprintUsedToImprove); // 4.4.3
        sheet.Optional(4m, Given(f.FootprintLowCarbonStandardExists, f.FootprintLowCarbonProduct)); // 4.4.4

        // Recyclability
        sheet.Optional(4m, f.RecyclabilityRateCalculated); // 4.5.1
        sheet.Fraction(4m, f.RecyclabilityUsedToImprove); // 4.5.2
        return sheet.Close(0.1m, ref total);
    }

    private static Mark Emission(FactoryRecord f, Span<Row> rows, ref Tally total)
    {
        var sheet = new Sheet(rows);
        sheet.Mandatory(12m, Given(f.EmissionAirPresent, All(f.EmissionAirLimitsMet, f.EmissionAirTotalMet))); // 5.1.1
        sheet.Mandatory(12m, Given(f.EmissionWaterPresent, Any(All(f.EmissionWaterLimitsMet, f.EmissionWaterTotalMet), f.EmissionWaterQualifiedPlant))); // 5.2.1
        sheet.Mandatory(12m, All(f.EmissionSolidHandledToStandard, f.EmissionSolidRestToQualifiedFirm)); // 5.3.1
        sheet.Mandatory(12m, f.EmissionNoiseWithinLimits); // 5.4.1
        sheet.Mandatory(12m, All(f.GhgAccounted, f.GhgReported)); // 5.5.1
        sheet.Optional(13.33m, f.GhgVerified); // 5.5.2
        sheet.Optional(13.33m, f.GhgPublished); // 5.5.3
        sheet.Fraction(13.34m, f.GhgUsedToImprove); // 5.5.4
        return sheet.Close(0.1m, ref total);
    }

    private static Amount Percent(in Amount stated, in Amount part, in Amount whole) =>
        stated.State == AmountState.Unknown ? Amount.Quotient(part, whole, 100m) : stated;
}
